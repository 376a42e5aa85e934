import { sectorName } from '#app/platform/industries.ts';
import { languageName } from '#app/platform/names/languages.ts';
import { CheckboxGroup, TextArea } from '#app/ui/fields.tsx';

type Field = Parameters<typeof TextArea>[0]['field'];

type Person = { id: string; name: string; languages: { language: string }[]; sectors: string[] };
type Props = {
  colleagues: readonly Person[];
  needs: { language: string | null; workers: readonly string[]; sectors: readonly string[] };
  fields: { colleagues: Field; gapReason: Field };
};

/** Who else goes, what the audit asks of the team together, and the reasons where it does not have it all. */
export const Colleagues = ({ colleagues, needs, fields }: Props) => (
  <>
    <p>{needsInWords(needs)}</p>
    {colleagues.length > 0 ? (
      <CheckboxGroup
        field={fields.colleagues}
        label="Others on the team"
        optional
        options={colleagues.map(({ id, name, languages, sectors }) => ({
          value: id,
          label: name,
          hint: [
            ...languages.map(({ language }) => languageName(language)),
            ...[...new Set(sectors)].map(sectorName),
          ].join(', '),
        }))}
      />
    ) : null}
    <TextArea
      field={fields.gapReason}
      label="How what the team does not cover is done"
      hint="Only if nobody on it has a language or sector the audit asks for: an interpreter who is independent of the recruiter, a technical expert. The scheme and the panel read it."
      optional
      rows={3}
    />
  </>
);

function needsInWords({ language, workers, sectors }: Props['needs']) {
  const asks = [
    ...(language ? [`${languageName(language)} as the language of the audit`] : []),
    ...(workers.length > 0 ? [`${workers.map(languageName).join(', ')} for interviews`] : []),
    ...(sectors.length > 0 ? [`competence in ${sectors.map(sectorName).join('; ')}`] : []),
  ];
  return asks.length > 0
    ? `The team together needs ${asks.join(', ')}. Everyone on it is approved by the scheme on all days of the audit, and you as lead auditor.`
    : 'Everyone on the team is approved by the scheme on all days of the audit, and you as lead auditor.';
}
