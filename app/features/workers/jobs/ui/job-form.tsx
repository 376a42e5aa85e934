import type { FieldMetadata } from '@conform-to/react';

import { countryOptions } from '#app/platform/places.ts';
import { currencyCodes } from '#app/questionnaire/lists.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import {
  CheckboxField,
  DateField,
  NumberField,
  RadioGroup,
  SelectField,
  TextField,
} from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';
import { PageHeader, Section, Summary } from '#app/ui/page.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';

import type { JobFields } from '../forms.ts';
import { periodNames, provisionNames, provisions, wagePeriods, type JobTerms } from '../model.ts';
import { jobFacts, NoCosts } from './facts.tsx';
import { refusalText } from './refusals.ts';

type Fields = { [Name in keyof JobFields]: FieldMetadata<JobFields[Name], JobFields> };
export type JobAnswer = (NonNullable<FormAnswer> & { checked?: JobTerms | undefined }) | undefined;
type Props = { answer: JobAnswer; fresh: string; saved: { origin: string } };

/** First the questions; once they are answered, what will be public, and a button that says so. */
export function JobForm({ answer, fresh, saved }: Props) {
  const [form, fields] = useFields<JobFields>('job', { reply: answer?.reply, saved });
  const spent = answer?.refusal === 'sent_before';
  const { checked } = answer ?? {};
  return (
    <>
      <PageHeader
        title={checked ? 'Check before you publish' : 'Publish a job order'}
        back={{ to: '/job-orders', label: 'Job orders' }}
        lead={
          checked
            ? 'All of this stands on the public register from the moment you publish, and nobody can change it: another wage is another job order.'
            : 'Workers hold what they are offered against it. Only jobs that cost the worker nothing are published.'
        }
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <GivenId field={fields.id} fresh={fresh} spent={spent} />
        {checked ? <Check job={checked} fields={fields} /> : <Questions fields={fields} />}
      </PageForm>
    </>
  );
}

const Questions = ({ fields }: { fields: Fields }) => (
  <>
    <TheWork fields={fields} />
    <Pay fields={fields} />
    <Living fields={fields} />
    <Days fields={fields} />
    <Costs fields={fields} />
    <Actions>
      <Button name="step" value="check">
        Go on to check it
      </Button>
      <ButtonLink to="/job-orders" kind="secondary">
        Not now
      </ButtonLink>
    </Actions>
  </>
);

const TheWork = ({ fields }: { fields: Fields }) => (
  <Section title="The work">
    <TextField field={fields.employer} label="Employer" hint="In Latin letters, as on its registration" />
    <TextField
      field={fields.employerLocal}
      label="Employer in local script"
      hint="As it is written where the work is"
      dir="auto"
      optional
    />
    <TextField field={fields.occupation} label="Work" hint="Such as “Hotel cleaner”" />
    <SelectField
      field={fields.country}
      label="Country of the work"
      options={countryOptions}
      empty="Choose a country"
    />
    <TextField field={fields.city} label="Town or district of the work" />
    <SelectField
      field={fields.origin}
      label="Workers come from"
      options={countryOptions}
      empty="Choose a country"
    />
    <NumberField field={fields.positions} label="Workers wanted" />
  </Section>
);

const currencyNames = new Intl.DisplayNames(['en'], { type: 'currency' });
const currencies = currencyCodes.map((value) => ({
  value,
  label: `${value}, ${currencyNames.of(value) ?? ''}`,
}));

const Pay = ({ fields }: { fields: Fields }) => (
  <Section title="Pay and hours">
    <NumberField
      field={fields.wage}
      label="Wage"
      hint="Basic wage before overtime and before anything is taken from it, such as 1,250"
    />
    <SelectField
      field={fields.currency}
      label="Currency"
      options={currencies}
      empty="Choose the currency of the contract"
    />
    <RadioGroup
      field={fields.wagePeriod}
      label="For how long"
      options={wagePeriods.map((value) => ({ value, label: periodNames[value] }))}
    />
    <NumberField field={fields.weeklyHours} label="Hours a week" hint="Before overtime" />
    <NumberField field={fields.contractMonths} label="Months of the contract" />
  </Section>
);

const provided = provisions.map((value) => ({ value, label: provisionNames[value] }));

const Living = ({ fields }: { fields: Fields }) => (
  <Section title="Lodging and food">
    <RadioGroup field={fields.lodging} label="Lodging" options={provided} />
    <NumberField
      field={fields.lodgingAmount}
      label="Taken for lodging each month"
      hint="In the currency of the wage, where something is taken"
      optional
    />
    <RadioGroup field={fields.food} label="Food" options={provided} />
    <NumberField
      field={fields.foodAmount}
      label="Taken for food each month"
      hint="In the currency of the wage, where something is taken"
      optional
    />
  </Section>
);

const Days = ({ fields }: { fields: Fields }) => (
  <Section title="Days">
    <DateField field={fields.closesOn} label="Last day to apply" hint="Within a year" />
    <DateField field={fields.startsFrom} label="Work begins, first day" />
    <DateField field={fields.startsUntil} label="Work begins, last day" />
  </Section>
);

const Costs = ({ fields }: { fields: Fields }) => (
  <Section title="What the worker pays">
    <CheckboxField
      field={fields.noCosts}
      label="Nothing. The employer or we bear every fee and cost named here, and nobody we work with takes any of them from the worker, before, during or after recruitment."
    />
    <NoCosts />
  </Section>
);

const kept = [
  ...(['employer', 'employerLocal', 'occupation', 'origin', 'country', 'city', 'positions'] as const),
  ...([
    'wage',
    'currency',
    'wagePeriod',
    'weeklyHours',
    'contractMonths',
    'lodging',
    'lodgingAmount',
  ] as const),
  ...(['food', 'foodAmount', 'startsFrom', 'startsUntil', 'closesOn', 'noCosts'] as const),
];

/** The answers go along unseen: nothing is stored before it is published. */
const Check = ({ job, fields }: { job: JobTerms; fields: Fields }) => (
  <>
    {kept.map((name) => (
      <input
        key={name}
        type="hidden"
        name={fields[name].name}
        value={fields[name].initialValue ?? ''}
        readOnly
      />
    ))}
    <div className="w-full max-w-[46rem]">
      <Summary items={jobFacts(job)} />
    </div>
    <NoCosts />
    <Actions>
      <Button name="step" value="publish">
        Publish it
      </Button>
      <Button kind="secondary" name="step" value="change">
        Change something
      </Button>
    </Actions>
  </>
);
