import type { ReactNode } from 'react';

/** What a field needs to know; conform's field metadata has all of it. */
export type Field = {
  id: string;
  name: string;
  formId: string;
  errorId: string;
  descriptionId: string;
  initialValue: unknown;
  errors: string[] | undefined;
  allErrors: Record<string, string[]>;
};

export type FieldProps = {
  field: Field;
  label: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  /** Says so beside the label: in English, or in the words given. */
  optional?: boolean | string;
};

/** `short` for a number or a code, `full` for running text. */
export type Width = 'short' | 'normal' | 'full';
const widths: Record<Width, string> = { short: 'max-w-40', normal: 'max-w-[26rem]', full: 'max-w-[42rem]' };

export function describedBy(field: Field, hint: ReactNode, wrong = field.errors !== undefined) {
  return [hint ? field.descriptionId : '', wrong ? field.errorId : ''].filter(Boolean).join(' ') || undefined;
}

export const controlProps = (
  field: Field,
  { hint, required }: { hint: ReactNode; required: boolean | undefined },
) => ({
  id: field.id,
  name: field.name,
  form: field.formId || undefined,
  required,
  'aria-invalid': field.errors ? true : undefined,
  'aria-describedby': describedBy(field, hint),
});

type ShellProps = Pick<FieldProps, 'field' | 'label' | 'hint'> & {
  optional: boolean | string | undefined;
  width: Width;
  children: ReactNode;
};

export function Shell({ field, label, hint, optional, width, children }: ShellProps) {
  return (
    <div className="w-full max-w-[42rem]">
      <Label as="label" htmlFor={field.id} optional={optional}>
        {label}
      </Label>
      {hint ? <Hint id={field.descriptionId}>{hint}</Hint> : null}
      <Problem id={field.errorId} messages={field.errors} />
      <div className={`mt-1.5 ${widths[width]}`}>{children}</div>
    </div>
  );
}

type LabelProps = {
  as: 'label' | 'legend';
  htmlFor?: string;
  optional?: boolean | string | undefined;
  children: ReactNode;
};

export function Label({ as: Tag, optional, children, ...rest }: LabelProps) {
  return (
    <Tag {...rest} className="block font-semibold">
      {children}
      {optional ? (
        <span className="font-normal text-ink-2"> {optional === true ? '(optional)' : optional}</span>
      ) : null}
    </Tag>
  );
}

export function Hint({
  id,
  className = '',
  children,
}: {
  id: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <p id={id} className={`text-sm text-ink-2 ${className}`}>
      {children}
    </p>
  );
}

export function Problem({ id, messages }: { id: string; messages: string[] | undefined }) {
  if (!messages || messages.length === 0) return null;
  return (
    <p id={id} className="mt-1 text-sm font-semibold text-stopped">
      {messages.join(' ')}
    </p>
  );
}
