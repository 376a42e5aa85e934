import { Prose } from '#app/ui/page.tsx';

type Props = { seed: string; count: number; example: { number: string } | undefined };

/** The whole procedure in words, so that whoever doubts a draw needs nobody's program. */
export const Recompute = ({ seed, count, example }: Props) => (
  <Prose>
    <p>
      Each ticket of a certificate is the SHA-256 of one line of text: the seed, a colon, the number of the
      certificate, a colon, and the number of the ticket, counted from one. A certificate’s lot is the
      smallest of its tickets. Put all candidates in the order of their lots:{' '}
      {count === 1 ? 'the first is' : `the first ${count} are`} drawn. In whatever order you begin, you get
      the same.
    </p>
    {example ? (
      <>
        <p>{`The first ticket of ${example.number}, in a shell:`}</p>
        <p className="font-mono text-sm break-all">{`printf '%s' '${seed}:${example.number}:1' | sha256sum`}</p>
      </>
    ) : null}
    <p>
      The seed was made by the house when the candidates were known. Neither seed nor candidates can be
      changed afterwards, by anybody.
    </p>
  </Prose>
);
