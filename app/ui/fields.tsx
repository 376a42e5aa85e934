import type { ComponentPropsWithoutRef, ReactNode } from 'react';

import { Button, TextLink } from './buttons.tsx';
import {
  controlProps,
  describedBy,
  Hint,
  Label,
  Problem,
  Shell,
  type Field,
  type FieldProps,
  type Width,
} from './parts/field.tsx';

/** A field of a GET form, such as a filter: its answer stands in the address. */
export const queryField = (name: string, value: string | readonly string[] | null | undefined): Field => ({
  id: `filter-${name}`,
  name,
  formId: '',
  errorId: `filter-${name}-error`,
  descriptionId: `filter-${name}-description`,
  initialValue: value ?? undefined,
  errors: undefined,
  allErrors: {},
});

type Option<Label = ReactNode> = { value: string; label: Label; hint?: ReactNode };

type TextFieldProps = FieldProps &
  Pick<
    ComponentPropsWithoutRef<'input'>,
    | 'type'
    | 'autoComplete'
    | 'inputMode'
    | 'maxLength'
    | 'placeholder'
    | 'lang'
    | 'dir'
    | 'min'
    | 'max'
    | 'list'
  > & {
    width?: Width;
    /** Stands after the box: a currency, "days". */
    unit?: string;
  };

export function TextField({
  field,
  label,
  hint,
  required,
  optional,
  width = 'normal',
  unit,
  ...input
}: TextFieldProps) {
  return (
    <Shell {...{ field, label, hint, optional, width }}>
      <div className="flex items-center gap-3">
        <input
          type="text"
          {...input}
          {...controlProps(field, { hint, required })}
          defaultValue={textOf(field)}
          className="control"
        />
        {unit ? <span className="text-ink-2">{unit}</span> : null}
      </div>
    </Shell>
  );
}

export const NumberField = ({ width = 'short', ...rest }: TextFieldProps) => (
  <TextField inputMode="decimal" {...rest} width={width} />
);

export const DateField = (props: TextFieldProps) => <TextField {...props} type="date" width="short" />;

type TextAreaProps = FieldProps &
  Pick<ComponentPropsWithoutRef<'textarea'>, 'rows' | 'maxLength' | 'lang' | 'dir'>;

export function TextArea({ field, label, hint, required, optional, rows = 5, ...area }: TextAreaProps) {
  return (
    <Shell {...{ field, label, hint, optional }} width="full">
      <textarea
        rows={rows}
        {...area}
        {...controlProps(field, { hint, required })}
        defaultValue={textOf(field)}
        className="control"
      />
    </Shell>
  );
}

/** `empty` is the choice that is no answer yet. */
type SelectFieldProps = FieldProps & { options: readonly Option<string>[]; empty?: string; width?: Width };

export function SelectField({
  field,
  label,
  hint,
  required,
  optional,
  options,
  empty,
  width = 'normal',
}: SelectFieldProps) {
  return (
    <Shell {...{ field, label, hint, optional, width }}>
      <select {...controlProps(field, { hint, required })} defaultValue={textOf(field)} className="control">
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Shell>
  );
}

export function CheckboxField({ field, label, hint, required }: Omit<FieldProps, 'optional'>) {
  return (
    <div className="w-full max-w-[42rem]">
      <Problem id={field.errorId} messages={field.errors} />
      <label className="flex items-start gap-3 py-1">
        <input
          type="checkbox"
          value="on"
          {...controlProps(field, { hint, required })}
          defaultChecked={field.initialValue === 'on'}
          className="choice"
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <Hint id={field.descriptionId} className="ms-8.5">
          {hint}
        </Hint>
      ) : null}
    </div>
  );
}

type GroupProps = FieldProps & { options: readonly Option[] };

export const CheckboxGroup = (props: GroupProps) => <Choices {...props} type="checkbox" />;
export const RadioGroup = (props: GroupProps) => <Choices {...props} type="radio" />;

function Choices({
  field,
  label,
  hint,
  required,
  optional,
  options,
  type,
}: GroupProps & { type: 'checkbox' | 'radio' }) {
  const messages = Object.values(field.allErrors).flat();
  const chosen = chosenOf(field);
  return (
    <fieldset
      className="w-full max-w-[42rem]"
      aria-describedby={describedBy(field, hint, messages.length > 0)}
    >
      <Label as="legend" optional={optional}>
        {label}
      </Label>
      {hint ? <Hint id={field.descriptionId}>{hint}</Hint> : null}
      <Problem id={field.errorId} messages={messages} />
      <div className={options.length > 8 ? 'mt-1 gap-x-8 sm:columns-2' : 'mt-1'}>
        {options.map((option, index) => (
          <Choice key={option.value} option={option}>
            <input
              type={type}
              id={index === 0 ? field.id : `${field.id}-${option.value}`}
              name={field.name}
              form={field.formId || undefined}
              value={option.value}
              required={type === 'radio' && required}
              defaultChecked={chosen.includes(option.value)}
              className="choice"
            />
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}

function Choice({ option, children }: { option: Option; children: ReactNode }) {
  return (
    <label className="flex break-inside-avoid items-start gap-3 py-1.5">
      {children}
      <span>
        {option.label}
        {option.hint ? <span className="block text-sm text-ink-2">{option.hint}</span> : null}
      </span>
    </label>
  );
}

type FileFieldProps = FieldProps & {
  accept: string;
  /** Kinds and size, before the choice. */
  hint: ReactNode;
  /** The file already here; choosing another replaces it. */
  stored?: { name: string; detail?: string; href?: string } | null | undefined;
};

export function FileField({ field, label, hint, required, optional, accept, stored }: FileFieldProps) {
  return (
    <Shell {...{ field, label, hint, optional }} width="normal">
      {stored ? (
        <p className="mb-2 rounded-control border border-line bg-card px-4 py-2.5">
          {stored.href ? <TextLink to={stored.href}>{stored.name}</TextLink> : stored.name}{' '}
          {stored.detail ? <span className="text-sm text-ink-2">{stored.detail}</span> : null}
        </p>
      ) : null}
      <input type="file" accept={accept} {...controlProps(field, { hint, required })} className="control" />
    </Shell>
  );
}

type AtPlace = (place: number) => string;
type ListButton = { name: string; value: string; form: string; formNoValidate: boolean };

type RepeatedProps<Item> = {
  form: {
    insert: { getButtonProps(payload: { name: string }): ListButton };
    remove: { getButtonProps(payload: { name: string; index: number }): ListButton };
  };
  field: Field & { getFieldList: () => Item[] };
  label: ReactNode;
  hint?: ReactNode;
  /** "Licence" gives "Licence 2", "Remove licence 2" and "Add another licence". */
  noun: string;
  /** In place of the English words, by the place of a row from 0. */
  words?: { name: AtPlace; remove: AtPlace; add: (first: boolean) => string };
  children: (item: Item, index: number) => ReactNode;
};

function englishRows(noun: string): NonNullable<RepeatedProps<unknown>['words']> {
  const lower = noun.toLowerCase();
  return {
    name: (place) => `${noun} ${place + 1}`,
    remove: (place) => `Remove ${lower} ${place + 1}`,
    add: (first) => (first ? `Add a ${lower}` : `Add another ${lower}`),
  };
}

/** A list that grows and shrinks by submit buttons, so that no script is needed. */
export function Repeated<Item>({ form, field, label, hint, noun, words, children }: RepeatedProps<Item>) {
  const items = field.getFieldList();
  const { name, remove, add } = words ?? englishRows(noun);
  return (
    <fieldset
      id={field.id}
      tabIndex={-1}
      className="flex w-full flex-col items-start gap-4"
      aria-describedby={describedBy(field, hint)}
    >
      {/* Enter in a text box presses the first button of a form; it shall save, not remove. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <Label as="legend">{label}</Label>
      {hint ? <Hint id={field.descriptionId}>{hint}</Hint> : null}
      <Problem id={field.errorId} messages={field.errors} />
      {items.map((item, index) => (
        <fieldset key={index} className="w-full rounded-panel border border-line bg-card p-5">
          <legend className="sr-only">{name(index)}</legend>
          <div className="mb-4 flex items-center justify-between gap-4">
            <p aria-hidden="true" className="font-serif font-semibold">
              {name(index)}
            </p>
            <Button
              kind="secondary"
              size="small"
              {...form.remove.getButtonProps({ name: field.name, index })}
            >
              {remove(index)}
            </Button>
          </div>
          <div className="flex flex-col items-start gap-6">{children(item, index)}</div>
        </fieldset>
      ))}
      <Button kind="secondary" {...form.insert.getButtonProps({ name: field.name })}>
        {add(items.length === 0)}
      </Button>
    </fieldset>
  );
}

const textOf = ({ initialValue }: Field) => (typeof initialValue === 'string' ? initialValue : undefined);
const chosenOf = ({ initialValue }: Field): unknown[] =>
  Array.isArray(initialValue) ? initialValue : [initialValue];
