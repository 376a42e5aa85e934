import { languageName } from '#app/platform/names/languages.ts';
import { shownPhone } from '#app/platform/names/phone.ts';
import { countryOptions } from '#app/platform/places.ts';
import { CheckboxGroup, RadioGroup, SelectField, TextArea, TextField } from '#app/ui/fields.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

import { mostPhones, topics, type Contents } from '../model.ts';
import { topicNames } from './words.ts';

/** What the form asks, as text; `revision` and `example` where a page has them. */
export type HelpAnswers = {
  name: string;
  nameLocal: string;
  country: string;
  topics: string[];
  languages: string;
  phones: string;
  url: string;
  address: string;
  hours: string;
  free: string;
  source: string;
  revision: string;
  example: string;
};

/** What was saved, as the form asks it. */
export const savedAs = (entry: Contents & { revision: number }) => ({
  ...{ name: entry.name, nameLocal: entry.nameLocal ?? '', country: entry.country },
  ...{ topics: [...entry.topics], languages: entry.languages.map(languageName).join(', ') },
  ...{ phones: entry.phones.map(shownPhone).join('\n'), url: entry.url ?? '' },
  ...{ address: entry.address ?? '', hours: entry.hours ?? '', free: entry.free ? 'yes' : 'no' },
  ...{ source: entry.source, revision: String(entry.revision) },
});

type Fields = Record<Exclude<keyof HelpAnswers, 'revision' | 'example'>, Field>;

export const HelpFields = ({ fields }: { fields: Fields }) => (
  <>
    <TextField field={fields.name} label="Name" hint="In Latin letters" />
    <TextField field={fields.nameLocal} label="Name in the local script" optional />
    <SelectField
      field={fields.country}
      label="Country in which they help"
      options={countryOptions}
      empty="Choose a country"
    />
    <CheckboxGroup
      field={fields.topics}
      label="What they help with"
      options={topics.map((value) => ({ value, label: topicNames[value] }))}
    />
    <TextField
      field={fields.languages}
      label="Languages they speak"
      hint="By name or code, with commas between them: Nepali, Hindi, English"
      width="full"
    />
    <TextArea
      field={fields.phones}
      label="Phone numbers"
      hint={`One a line, ${mostPhones} at most, as they are dialled in that country or with its code in front`}
      rows={3}
      optional
    />
    <TextField
      field={fields.url}
      label="Page"
      hint="It opens with https"
      inputMode="url"
      width="full"
      optional
    />
    <TextArea field={fields.address} label="Address" rows={3} optional />
    <TextField
      field={fields.hours}
      label="Opening hours"
      hint="As workers read them: 8 to 17, Sunday to Friday"
      optional
    />
    <RadioGroup
      field={fields.free}
      label="Is it free to call or visit?"
      options={[
        { value: 'yes', label: 'Yes, it costs nothing' },
        { value: 'no', label: 'No, or nobody knows' },
      ]}
    />
    <SourceField field={fields.source} />
  </>
);

/** Asked anew at each check. */
export const SourceField = ({ field }: { field: Field }) => (
  <TextField
    field={field}
    label="Where you checked all of this today"
    hint="The page, beginning with https://, or the name of the document"
    width="full"
  />
);
