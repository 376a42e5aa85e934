type Props = {
  field: { name: string; initialValue: unknown; errors?: string[] | undefined };
  /** Drawn when this page was made. */
  fresh: string;
  /** Other answers came under the number before: what is sent from here on is another record. */
  spent?: boolean | undefined;
};

/** Goes with a form that makes a record: its number, kept when the page comes back with a message. */
export function GivenId({ field, fresh, spent = false }: Props) {
  const { name, initialValue, errors } = field;
  const kept = typeof initialValue === 'string' && !errors && !spent ? initialValue : fresh;
  return <input type="hidden" name={name} value={kept} readOnly />;
}
