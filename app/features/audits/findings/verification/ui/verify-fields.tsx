import { CheckboxGroup, DateField, NumberField, RadioGroup, TextArea, TextField } from '#app/ui/fields.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

import { methodNames, type VerificationMethod } from '../../model.ts';

type Names = 'method' | 'seen' | 'seenOn' | 'documents' | 'place' | 'confirmed' | 'affected';
type Props = {
  fields: Record<Names, Field>;
  methods: readonly VerificationMethod[];
  /** Everything that came as evidence, the latest first. */
  proofs: readonly { round: number; documentId: string | null; filename: string | null }[];
};

const hints: Record<VerificationMethod, string> = {
  desk: 'Tick below which documents you looked at',
  on_site: 'Say below where',
  worker_confirmed: 'Say below how many, of how many',
};

/** How it was verified, and what each way of it asks. */
export function VerifyFields({ fields, methods, proofs }: Props) {
  const sent = proofs.flatMap(({ round, documentId, filename }) =>
    documentId ? [{ value: documentId, label: filename ?? '', hint: `Round ${round}` }] : [],
  );
  return (
    <>
      <RadioGroup
        field={fields.method}
        label="How you verified it"
        options={methods.map((value) => ({ value, label: methodNames[value], hint: hints[value] }))}
      />
      <TextArea
        field={fields.seen}
        label="What you saw"
        hint="What shows that it is put right. No names of workers: the recruiter reads it, too."
      />
      <DateField field={fields.seenOn} label="Day you saw it" />
      {sent.length > 0 ? (
        <CheckboxGroup
          field={fields.documents}
          label="Documents you looked at"
          hint="At the desk one at least"
          options={sent}
          optional
        />
      ) : (
        <p>No document came as evidence: it is not verified at the desk.</p>
      )}
      <TextField
        field={fields.place}
        label="Where"
        hint="Of a visit: the office, the site, the lodging"
        optional
      />
      <NumberField
        field={fields.confirmed}
        label="Workers who confirm it"
        hint="If workers confirmed it"
        optional
      />
      <NumberField
        field={fields.affected}
        label="Workers affected, all together"
        hint="If workers confirmed it"
        optional
      />
    </>
  );
}
