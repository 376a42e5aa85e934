import { TextField } from '#app/ui/fields.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

/** A code is good for one try: it is never written back into the page. */
export const blank = ({ id, name, formId, errorId, descriptionId, errors, allErrors }: Field): Field => ({
  id,
  name,
  formId,
  errorId,
  descriptionId,
  errors,
  allErrors,
  initialValue: undefined,
});

export const CodeField = ({ field, hint }: { field: Field; hint: string }) => (
  <TextField
    field={blank(field)}
    label="Six-digit code"
    hint={hint}
    inputMode="numeric"
    autoComplete="one-time-code"
    maxLength={12}
    width="short"
  />
);
