import type { ComponentChildren } from "preact";

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly error?: string;
  readonly children: ComponentChildren;
}

/** A label, a control and a text below it; the control itself names that text by `aria-describedby`. */
function Field({ id, label, help, error, children }: FieldProps) {
  return (
    <div class="ui-field">
      <label for={id}>{label}</label>
      {children}
      {error
        ? <p class="ui-field-error" id={`${id}-error`}>{error}</p>
        : help
        ? <p class="ui-field-help" id={`${id}-help`}>{help}</p>
        : null}
    </div>
  );
}

interface TextFieldProps extends Omit<FieldProps, "children" | "id"> {
  readonly name: string;
  readonly value?: string;
  readonly type?: "text" | "search" | "date" | "url";
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly multiline?: boolean;
}

/** The usual case: one text input under its label. */
export function TextField(props: TextFieldProps) {
  const { name, value, type = "text", placeholder, required, maxLength, multiline, label, help, error } =
    props;
  const id = `field-${name}`;
  const shared = {
    id,
    name,
    placeholder,
    required,
    maxLength,
    "aria-invalid": error ? "true" as const : undefined,
    "aria-describedby": error ? `${id}-error` : help ? `${id}-help` : undefined,
  };
  return (
    <Field id={id} label={label} help={help} error={error}>
      {multiline
        ? <textarea {...shared} class="ui-textarea" rows={3}>{value}</textarea>
        : <input {...shared} class="ui-input" type={type} value={value} autocomplete="off" />}
    </Field>
  );
}
