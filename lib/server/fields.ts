/** Pieces that the schemas of several resources share, and what a schema's values are in TypeScript. */
import { z } from "zod";

/** What a schema describes, read-only all the way down. */
export type Infer<Schema extends z.ZodType> = DeepReadonly<z.output<Schema>>;

/** What a client sends for it: before the check, and before what is left out is filled in. */
export type Sent<Schema extends z.ZodType> = DeepReadonly<z.input<Schema>>;

type DeepReadonly<T> = T extends readonly (infer Item)[] ? readonly DeepReadonly<Item>[]
  : T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
  : T;

/**
 * Marks the schema of what a caller hands in. Only `checked` makes a value of its type, so a service that takes one
 * cannot be given anything unchecked: that fails the type check.
 */
export function input<Schema extends z.ZodObject>(schema: Schema) {
  return schema.brand<"checked">();
}

/** The same without the mark, for what the services themselves put together. */
export type Unmarked<Input> = Omit<Input, symbol>;

/** Text that every store can keep: no NUL, no half of a surrogate pair. */
export const text = (longest: number) =>
  z.string().max(longest).refine((value) => value.isWellFormed() && !value.includes("\0"), {
    message: "must not contain NUL or broken characters",
  });

export const id = text(100);
export const label = text(200).trim().min(1).describe("A name for people.");
export const note = text(5_000);
export const time = z.iso.datetime().describe("ISO 8601 in UTC.");
/** What belongs to a record without a fixed shape, such as the settings of a node. */
export const detail = z.record(z.string(), z.unknown());
