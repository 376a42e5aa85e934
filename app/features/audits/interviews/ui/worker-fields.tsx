import { sectors } from '#app/platform/industries.ts';
import { countryOptions } from '#app/platform/places.ts';
import { RadioGroup, SelectField } from '#app/ui/fields.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

import { sexes, sexNames, stageNames, wayNames, ways, workerStages } from '../model.ts';

const sectorOptions = Object.entries(sectors).map(([value, label]) => ({ value, label }));

type Props = { fields: Record<'origin' | 'destination' | 'sector' | 'stage' | 'sex' | 'reached', Field> };

/** Where the worker stands in the sample, and nothing that leads to a person. */
export const WorkerFields = ({ fields }: Props) => (
  <>
    <SelectField field={fields.origin} label="From" options={countryOptions} empty="Choose" />
    <SelectField field={fields.destination} label="To" options={countryOptions} empty="Choose" />
    <SelectField field={fields.sector} label="Sector of the work" options={sectorOptions} empty="Choose" />
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
