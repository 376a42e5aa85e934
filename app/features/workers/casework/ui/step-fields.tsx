import { CheckboxField, RadioGroup, TextArea } from '#app/ui/fields.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

import type { ConsentParty } from '../../complaints/model.ts';
import { addressees, outcomes, type DeskStep } from '../model.ts';
import { addresseeNames, outcomeNames } from './words.ts';

/** Every answer that some step asks for. */
export type StepAnswers = {
  [
    K in
      | 'reasons'
      | 'answer'
      | 'danger'
      | 'child'
      | 'to'
      | 'byNecessity'
      | 'disclosure'
      | 'outcome'
      | 'severe'
      | 'whyLighter'
  ]: string;
};
type Fields = { [K in keyof StepAnswers]: Field };
type Props = { step: DeskStep; fields: Fields; consents: readonly ConsentParty[]; mayByNecessity: boolean };

const answers: Partial<Record<DeskStep, { label: string; hint: string }>> = {
  acknowledged: {
    label: 'What you say to the reporter',
    hint: 'That somebody has read it, what happens next and by when, and what you would like to know',
  },
  finding: { label: 'What you say to the reporter', hint: 'What was found, and what it means for them' },
  remedy_agreed: { label: 'What you say to the reporter', hint: 'What was agreed, from whom, and by when' },
  remedy_delivered: {
    label: 'What you say to the reporter',
    hint: 'What is said to have come, and that they alone say whether it is true',
  },
  closed: {
    label: 'What you say to the reporter',
    hint: 'That it ends, why, and that you watch for 90 days that nobody punishes them',
  },
  inadmissible: {
    label: 'What you say to the reporter',
    hint: 'Why the scheme cannot act, who can, and that they may ask somebody else to look again within 30 days',
  },
};

/** What a step asks, its reasons last. */
export function StepFields({ step, fields, ...ground }: Props) {
  const answer = answers[step];
  return (
    <>
      {step === 'safety_triage' ? <Triage fields={fields} /> : null}
      {step === 'routed' ? <Passing fields={fields} {...ground} /> : null}
      {step === 'finding' ? <Finding fields={fields} /> : null}
      {answer ? <TextArea field={fields.answer} {...answer} rows={8} /> : null}
      <TextArea
        field={fields.reasons}
        label="Your reasons"
        hint="Ten characters or more. Kept sealed: whoever may open the case reads them, and nobody else"
      />
    </>
  );
}

const Triage = ({ fields }: { fields: Fields }) => (
  <>
    <CheckboxField field={fields.danger} label="Somebody is in danger" />
    <CheckboxField field={fields.child} label="A child is concerned" />
  </>
);

type Ground = Pick<Props, 'fields' | 'consents' | 'mayByNecessity'>;

function Passing({ fields, consents, mayByNecessity }: Ground) {
  const allowed = (to: (typeof addressees)[number]) => {
    if (to === 'scheme') return 'Nobody else is told';
    if (consents.includes(to)) return 'Allowed by the reporter, as it stands now';
    return to === 'authority' && mayByNecessity
      ? 'Not allowed. Possible by necessity alone'
      : 'Not allowed by the reporter';
  };
  return (
    <>
      <RadioGroup
        field={fields.to}
        label="To whom"
        options={addressees.map((value) => ({ value, label: addresseeNames[value], hint: allowed(value) }))}
      />
      {mayByNecessity ? (
        <CheckboxField
          field={fields.byNecessity}
          label="Without consent, because a life or a child is in danger"
          hint="To an authority alone. Your reasons say what the danger is"
        />
      ) : null}
      <TextArea
        field={fields.disclosure}
        label="What they are to know"
        hint="In your words, never in the reporter’s. Nothing by which somebody could tell who it is: no name, no day, no place where few work"
        optional
        rows={8}
      />
    </>
  );
}

const Finding = ({ fields }: { fields: Fields }) => (
  <>
    <RadioGroup
      field={fields.outcome}
      label="What was found"
      options={outcomes.map((value) => ({ value, label: outcomeNames[value] }))}
    />
    <RadioGroup
      field={fields.severe}
      label="Is it severe?"
      hint="Taken for severe by itself: confinement, violence or harassment, documents withheld, a child, danger"
      options={[
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ]}
    />
    <TextArea
      field={fields.whyLighter}
      label="Why it is not severe"
      hint="Only where it would be taken for severe, and you say it is not"
      optional
      rows={3}
    />
  </>
);
