type Props = {
  field: { name: string; initialValue: unknown };
  /** The rounds so far, the latest first, as they stand on this page. */
  latest: readonly { round: number }[];
};

/** Goes with an answer: the round it was given to, kept when the page comes back with a message. */
export function SeenRound({ field, latest }: Props) {
  const seen = typeof field.initialValue === 'string' ? field.initialValue : latest[0]?.round;
  return <input type="hidden" name={field.name} value={seen ?? ''} readOnly />;
}
