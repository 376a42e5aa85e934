import { bytesInWords } from '#app/platform/files/documents.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';

import { addressOfIndicator, type IndicatorFilter } from '../list/filter.ts';

type Evidence = {
  id: string;
  title: string;
  version: number;
  filename: string;
  bytes: number;
  isPhoto: boolean;
  by: string;
};
type Props = {
  auditId: string;
  code: string;
  filter: IndicatorFilter;
  evidence: readonly Evidence[];
  mayAdd: boolean;
};

/** Documents and photos that show an indicator; each is opened where its opening is kept. */
export function EvidenceList({ auditId, code, filter, evidence, mayAdd }: Props) {
  if (evidence.length === 0 && !mayAdd) return null;
  return (
    <Section title="Documents and photos">
      {evidence.length === 0 ? <p className="text-ink-2">None yet.</p> : null}
      {evidence.length > 0 ? (
        <ul className="border-t border-line">
          {evidence.map(({ id, title, version, filename, bytes, isPhoto, by }) => (
            <li key={id} className="border-b border-line py-2">
              <TextLink to={`/files/documents/${id}/${version}`}>{isPhoto ? filename : title}</TextLink>
              <span className="block text-sm text-ink-2">
                {`${isPhoto ? 'Photo' : 'Document of the recruiter'}, ${bytesInWords(bytes)}, named by ${by}`}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {mayAdd ? (
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <TextLink to={addressOfIndicator(auditId, code, filter, '/photo')}>Add a photo</TextLink>
          <TextLink to={addressOfIndicator(auditId, code, filter, '/evidence')}>
            Name documents of the recruiter
          </TextLink>
        </p>
      ) : null}
    </Section>
  );
}
