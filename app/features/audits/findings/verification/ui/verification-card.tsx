import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Section, Summary } from '#app/ui/page.tsx';

import { methodNames, type VerificationMethod } from '../../model.ts';

type Verification = {
  method: VerificationMethod;
  seen: string;
  seenOn: string;
  round: number;
  place: string | null;
  confirmed: number | null;
  affected: number | null;
  verifier: string;
  verifiedAt: Date;
  documents: readonly { id: string; version: number; filename: string }[];
};
type Closing = { words: string; closer: string; closedAt: Date };
type Props = { verification: Verification | undefined; closing: Closing | undefined };

const text = (words: string) => <span className="whitespace-pre-line">{words}</span>;
const line = (term: string, words: string | null) => (words ? [{ term, value: text(words) }] : []);

/** How it was seen that the correction is done, and what the second person relied on. */
export function VerificationCard({ verification, closing }: Props) {
  if (!verification && !closing) return null;
  return (
    <Section title="How it was verified">
      <Summary
        items={[
          ...(verification ? seenBy(verification) : []),
          ...(closing
            ? [
                { term: 'Closed by', value: `${closing.closer}, ${timeInWords(closing.closedAt)}` },
                { term: 'Relied on', value: text(closing.words) },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function seenBy(verification: Verification) {
  const { method, seen, seenOn, round, place, confirmed, affected, documents } = verification;
  return [
    { term: 'How', value: `${methodNames[method]}, evidence of round ${round}` },
    { term: 'What was seen', value: text(seen) },
    { term: 'Seen on', value: dayInWords(seenOn) },
    ...line('Where', place),
    ...line('Workers', affected === null ? null : `${confirmed ?? 0} of ${affected} affected confirm it`),
    ...(documents.length > 0 ? [{ term: 'Looked at', value: <Documents documents={documents} /> }] : []),
    { term: 'Verified by', value: `${verification.verifier}, ${timeInWords(verification.verifiedAt)}` },
  ];
}

const Documents = ({ documents }: Pick<Verification, 'documents'>) =>
  documents.map(({ id, version, filename }) => (
    <span key={id} className="block">
      <TextLink to={`/files/documents/${id}/${version}`}>{filename}</TextLink>
    </span>
  ));
