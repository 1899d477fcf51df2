/** Draws a component again only when a prop is another value; what it reads from signals still updates it. */
import { Component, type FunctionComponent, h } from "preact";

export function memo<P extends object>(inner: FunctionComponent<P>): FunctionComponent<P> {
  class Memo extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const previous = this.props;
      return (Object.keys(next) as (keyof typeof next)[]).some((key) => next[key] !== previous[key]);
    }
    override render() {
      return h(inner, this.props);
    }
  }
  return Memo as unknown as FunctionComponent<P>;
}
