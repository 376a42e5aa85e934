import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';

import { Button } from '#app/ui/buttons.tsx';
import { DateField, RadioGroup, Repeated, TextArea, TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';

import type { MatterKind } from '../model.ts';

type Point = { id: string; number: number; grade: string; statement: string; open: boolean };
type Shape = {
  vote: string;
  reasons: string;
  points: { findingId: string; reasons: string }[];
  conditions: { text: string; dueOn: string; owner: string }[];
};
type Props = {
  kind: MatterKind;
  /** Of the package this page shows. */
  reference: string;
  findings: readonly Point[];
  quorum: number;
  reply?: SubmissionResult<string[]> | undefined;
  refusal: ReactNode;
};

type Choice = { label: string; hint: string };

/** What a vote for and a vote against say of each kind. */
const choices: Record<Exclude<MatterKind, 'abandoned_audit'>, { grant: Choice; refuse: Choice }> = {
  initial: {
    grant: {
      label: 'Grant the certificate',
      hint: 'It stands on the public register from the moment of the decision, with its scope and dates',
    },
    refuse: {
      label: 'Refuse certification',
      hint: 'The register says “not certified”; the recruiter may appeal within 30 days',
    },
  },
  recertification: {
    grant: {
      label: 'Renew the certificate',
      hint: 'A certificate of the next cycle takes its place from the moment of the decision',
    },
    refuse: {
      label: 'Refuse to renew it',
      hint: 'It counts to its last day, then the register says “Expired”; the recruiter may appeal within 30 days',
    },
  },
  restoration: {
    grant: {
      label: 'Restore the certificate',
      hint: 'A certificate of a new cycle, which runs from the end of the old one',
    },
    refuse: {
      label: 'Refuse to restore it',
      hint: 'The register goes on saying “Expired”; the recruiter may appeal within 30 days',
    },
  },
  scope_extension: {
    grant: {
      label: 'Grant the wider scope',
      hint: 'The register shows it from the moment of the decision; the dates stay',
    },
    refuse: {
      label: 'Refuse the wider scope',
      hint: 'The certificate covers what it covered before; the recruiter may ask again',
    },
  },
  lift: {
    grant: {
      label: 'Lift the suspension',
      hint: 'The register says “Certified” from the moment of the decision',
    },
    refuse: {
      label: 'Leave it suspended',
      hint: 'The months of the suspension go on; the recruiter may appeal within 30 days',
    },
  },
};

/** Where an audit did not take place nothing is granted. */
const following = [
  {
    value: 'return',
    label: 'Have the audit planned anew',
    hint: 'The application goes on where it was; the audit body schedules the audit again',
  },
  {
    value: 'refuse',
    label: 'Refuse certification',
    hint: 'The register says “not certified”; the recruiter may appeal within 30 days',
  },
];

const optionsOf = (kind: MatterKind) => {
  if (kind === 'abandoned_audit') return following;
  const { grant, refuse } = choices[kind];
  return [
    { value: 'grant', ...grant },
    {
      value: 'grant_with_conditions',
      label: 'Grant it with conditions',
      hint: 'The same, and the recruiter has to do what you set below by its day',
    },
    { value: 'refuse', ...refuse },
  ];
};

/** A vote, with a word on every finding that is still open. */
export function VoteForm({ kind, reference, findings, quorum, reply, refusal }: Props) {
  const open = findings.filter((finding) => finding.open);
  const saved = { points: open.map(({ id }) => ({ findingId: id, reasons: '' })), conditions: [] };
  const [form, fields] = useFields<Shape>('vote', { reply, saved });
  const said = fields.points.getFieldList().map((field) => field.getFieldset());
  return (
    <PageForm form={form} refusal={refusal}>
      <input type="hidden" name="package" value={reference} />
      <RadioGroup field={fields.vote} label="How you vote" options={optionsOf(kind)} />
      <TextArea
        field={fields.reasons}
        label="Reasons"
        hint="Why, from the report and the findings; the recruiter reads this when your vote carries the decision"
      />
      {open.map(({ id, number, grade, statement }, index) => {
        const own = said.find(({ findingId }) => findingId.initialValue === id) ?? said[index];
        return own ? (
          <div key={id} className="w-full">
            <input type="hidden" name={own.findingId.name} value={id} />
            <TextArea
              field={own.reasons}
              label={`Finding ${number}, ${grade}, is still open: what you make of it`}
              hint={statement}
              rows={3}
            />
          </div>
        ) : null;
      })}
      {kind === 'abandoned_audit' ? null : (
        <Repeated
          form={form}
          field={fields.conditions}
          label="Conditions"
          hint="Only when you grant with conditions: what has to be done, by when, and by whom"
          noun="Condition"
        >
          {(condition) => {
            const { text, dueOn, owner } = condition.getFieldset();
            return (
              <>
                <TextArea field={text} label="What has to be done" rows={3} />
                <DateField field={dueOn} label="By when" />
                <TextField field={owner} label="Who is responsible" />
              </>
            );
          }}
        </Repeated>
      )}
      <p>
        {quorum === 1
          ? 'Your vote decides at once, and cannot be taken back.'
          : `${quorum} votes make a decision, by majority. Yours cannot be taken back.`}
      </p>
      <Button>Cast your vote</Button>
    </PageForm>
  );
}
