import { sectors } from '#app/platform/industries.ts';
import { countryOptions } from '#app/platform/places.ts';
import { RadioGroup, SelectField } from '#app/ui/fields.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

import type { Offered } from '../strata.ts';
import { sexes, sexNames, stageNames, wayNames, ways, workerStages } from '../model.ts';

const sectorOptions = Object.entries(sectors).map(([value, label]) => ({ value, label }));

type Name = 'origin' | 'destination' | 'sector' | 'stage' | 'sex' | 'reached' | 'employer' | 'subAgent';
type Props = { fields: Record<Name, Field>; offered: Offered };

const told = ({ value, label }: { value: number; label: string }) => ({ value: String(value), label });

/** Where the worker stands in the sample, and nothing that leads to a person. */
export const WorkerFields = ({ fields, offered }: Props) => (
  <>
    <SelectField field={fields.origin} label="From" options={countryOptions} empty="Choose" />
    <SelectField field={fields.destination} label="To" options={countryOptions} empty="Choose" />
    <SelectField field={fields.sector} label="Sector of the work" options={sectorOptions} empty="Choose" />
    {offered.employer.length > 0 ? (
      <SelectField
        field={fields.employer}
        label="Employer"
        options={offered.employer.map(told)}
        empty="Another, or not known"
        hint="Of the sample plan, those with five workers at least: a smaller one could lead to the worker"
        optional
      />
    ) : null}
    {offered.sub_agent.length > 0 ? (
      <SelectField
        field={fields.subAgent}
        label="Sub-agent"
        options={offered.sub_agent.map(told)}
        empty="None, another, or not known"
        hint="Of the sample plan, like the employer"
        optional
      />
    ) : null}
    <RadioGroup
      field={fields.stage}
      label="On the way"
      options={workerStages.map((value) => ({ value, label: stageNames[value] }))}
    />
    <RadioGroup
      field={fields.sex}
      label="Sex"
      options={sexes.map((value) => ({ value, label: sexNames[value] }))}
    />
    <RadioGroup
      field={fields.reached}
      label="How the worker was reached"
      options={ways.map((value) => ({ value, label: wayNames[value] }))}
    />
  </>
);
