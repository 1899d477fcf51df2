import type { ComponentType } from "preact";
import { type Field, text } from "@/compiler/browser.ts";
import { autoNamed } from "@/lib/canvas/form/auto_name.ts";
import { joinPath } from "@/lib/canvas/form/paths.ts";
import { type Config, withKey } from "@/lib/canvas/model/config.ts";
import { ChoiceField } from "./ChoiceField.tsx";
import { ColumnField } from "./ColumnField.tsx";
import { ColumnsField, TableColumnsField } from "./ColumnsField.tsx";
import { ConditionsField } from "./ConditionsField.tsx";
import { type FieldOf, type InputProps } from "./context.ts";
import { ExpressionField } from "./ExpressionField.tsx";
import { Labelled } from "./Labelled.tsx";
import { ListField } from "./ListField.tsx";
import { NumberField } from "./NumberField.tsx";
import { RecordField } from "./RecordField.tsx";
import { TableColumnField } from "./TableColumnField.tsx";
import { TableField } from "./TableField.tsx";
import { TextField } from "./TextField.tsx";
import { ToggleField } from "./ToggleField.tsx";
import { ValuesField } from "./ValuesField.tsx";
import { WordOrNumberField } from "./WordOrNumberField.tsx";

const inputs: Readonly<Record<Field["kind"], ComponentType<InputProps<never>>>> = {
  table: TableField,
  column: ColumnField,
  columns: ColumnsField,
  table_columns: TableColumnsField,
  table_column: TableColumnField,
  text: TextField,
  number: ({ field, ...rest }: InputProps<FieldOf<"number">>) =>
    field.words ? <WordOrNumberField field={field} {...rest} /> : <NumberField field={field} {...rest} />,
  toggle: ToggleField,
  choice: ChoiceField,
  expression: ExpressionField,
  conditions: ConditionsField,
  values: ValuesField,
  record: RecordField,
  list: ListField,
};

/** These set several settings at once, so they get the whole level they stand in. */
const wholeLevel = (field: Field) => field.kind === "table" || field.key === "";

/** Rarely needed settings of a list item stay folded until they are used. */
const foldable: ReadonlySet<Field["kind"]> = new Set(["record", "conditions", "list"]);

interface FieldsFormProps {
  readonly fields: readonly Field[];
  readonly value: Config;
  readonly path?: string;
  readonly fold?: boolean;
  onChange(value: Config): void;
}

/** A form made from a node type's own description. */
export function FieldsForm({ fields, value, path = "", fold = false, onChange }: FieldsFormProps) {
  const shown = fields.filter((field) => isShown(field, value));
  const folded = fold ? shown.filter((field) => field.optional && foldable.has(field.kind)) : [];
  const used = folded.some((field) => value[field.key] !== undefined);
  const draw = (field: Field) => (
    <OneField key={`${field.key} ${field.kind}`} {...{ field, fields, value, path, onChange }} />
  );
  return (
    <>
      {shown.filter((field) => !folded.includes(field)).map(draw)}
      {folded.length > 0 && (
        <details class="canvas-more" open={used}>
          <summary>More</summary>
          {folded.map(draw)}
        </details>
      )}
    </>
  );
}

interface OneFieldProps extends FieldsFormProps {
  readonly field: Field;
}

function OneField({ field, fields, value, path = "", onChange }: OneFieldProps) {
  const Input = inputs[field.kind] as ComponentType<InputProps>;
  const whole = wholeLevel(field);
  const at = joinPath(path, field.key);
  return (
    <Labelled field={field} path={at}>
      <Input
        field={field}
        path={at}
        value={whole ? value : value[field.key]}
        onChange={(next) =>
          onChange(whole ? next as Config : autoNamed(value, withKey(value, field.key, next), fields))}
      />
    </Labelled>
  );
}

function isShown(field: Field, value: Config): boolean {
  if (!field.when) return true;
  const actual = value[field.when.key];
  return field.when.in.some((wanted) => wanted === actual || (wanted === false && actual === undefined)) ||
    (actual === undefined && field.when.in.includes(text(undefined)));
}
