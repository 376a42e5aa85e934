import { sectors } from '#app/platform/industries.ts';
import { countryOptions } from '#app/platform/places.ts';
import { SelectField, TextArea, TextField } from '#app/ui/fields.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

import { topics, type Entry } from '../model.ts';
import { SourceFields, sourceAs, type SourceAnswers } from './provenance.tsx';
import { topicNames } from './words.ts';

type Said = SourceAnswers & { title: string; words: string };
/** What the forms ask, as text. */
export type EntryAnswers = Said & { topic: string; origin: string; destination: string; sector: string };
export type ChangeAnswers = Said & { version: string };

export const savedAs = (entry: Entry): ChangeAnswers => ({
  ...{ title: entry.title, words: entry.words, ...sourceAs(entry), version: String(entry.version) },
});

export const sectorOptions = Object.entries(sectors).map(([value, label]) => ({ value, label }));

/** Where an entry holds and what it is about: said once, for good. */
export const PlaceFields = ({
  fields,
}: {
  fields: Record<'topic' | 'origin' | 'destination' | 'sector', Field>;
}) => (
  <>
    <SelectField
      field={fields.topic}
      label="What it is about"
      options={topics.map((value) => ({ value, label: topicNames[value] }))}
      empty="Choose one"
    />
    <SelectField
      field={fields.origin}
      label="Country of origin"
      options={countryOptions}
      empty="Any country"
      optional
    />
    <SelectField
      field={fields.destination}
      label="Country of work"
      options={countryOptions}
      empty="Any country"
      optional
    />
    <SelectField field={fields.sector} label="Sector" options={sectorOptions} empty="Any sector" optional />
  </>
);

export const SaidFields = ({ fields }: { fields: Record<keyof Said, Field> }) => (
  <>
    <TextField field={fields.title} label="In a line" width="full" />
    <TextArea
      field={fields.words}
      label="What holds"
      hint="In plain words of your own. Say what the source says and no more."
      rows={8}
    />
    <SourceFields fields={fields} />
  </>
);
