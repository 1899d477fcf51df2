import { asset } from "fresh/runtime";
import { Icon } from "@/components/Icon.tsx";
import { exchangeSnippet, frameSnippet, renewSnippet } from "../(_form)/snippets.ts";

interface CreatedKeyProps {
  readonly name: string;
  readonly secret: string;
  readonly widgetId: string | null;
  readonly preview: string | null;
  readonly origin: string;
}

/** The only time the key is seen, with what to do with it next. */
export function CreatedKey({ name, secret, widgetId, preview, origin }: CreatedKeyProps) {
  const widget = widgetId ?? "WIDGET_ID";
  return (
    <section class="ui-panel created-key" aria-labelledby="created-key-title">
      <div class="ui-panel-head">
        <Icon name="check" />
        <h2 id="created-key-title">Key “{name}” created</h2>
      </div>
      <div class="ui-panel-body ui-stack">
        <div class="ui-field">
          <label for="new-key-value">Copy it now. It is not stored and will not be shown again.</label>
          <div class="ui-row">
            <input
              class="ui-input secret"
              id="new-key-value"
              value={secret}
              readOnly
              autofocus
              autocomplete="off"
            />
            <button type="button" class="ui-button" data-copy="new-key-value" hidden>
              <Icon name="copy" /> Copy
            </button>
          </div>
        </div>
        <Step
          number={1}
          text="Your server trades the key for a ticket of five minutes. The key itself never reaches a browser."
        >
          {exchangeSnippet(origin, widget)}
        </Step>
        <Step
          number={2}
          text="Your page frames the widget with that ticket, and the frame ends with it."
        >
          {frameSnippet(origin, widget, name)}
        </Step>
        <Step
          number={3}
          text="To show it for longer, your page hands the frame another ticket when it asks. The address below is your own server's: it does step 1 for visitors who may see the widget."
        >
          {renewSnippet(origin)}
        </Step>
        {preview
          ? (
            <div class="ui-actions">
              <a class="ui-button" href={preview} target="_blank" rel="noreferrer">
                <Icon name="external" /> Open the widget under this key
              </a>
              <span class="ui-faint">The link works for five minutes.</span>
            </div>
          )
          : null}
      </div>
      <script src={asset("/copy.js")} defer />
    </section>
  );
}

function Step(
  { number, text, children }: { readonly number: number; readonly text: string; readonly children: string },
) {
  return (
    <div class="ui-stack snippet-step">
      <p>{number}. {text}</p>
      <pre class="snippet" tabIndex={0}><code>{children}</code></pre>
    </div>
  );
}
