type Props = {
  field: { name: string; initialValue: unknown };
  /** The rounds so far, the latest first, as they stand on this page. */
  latest: readonly { round: number }[];
  /** The answer was refused, in words: from here on the person has the latest before them. */
  told: boolean;
};

/** Goes with an answer: the round it is given to, kept when the page comes back with a message about a field. */
export function SeenRound({ field, latest, told }: Props) {
  const seen = !told && typeof field.initialValue === 'string' ? field.initialValue : latest[0]?.round;
  return <input type="hidden" name={field.name} value={seen ?? ''} readOnly />;
}
