import type { ComponentProps } from 'react';

import {
  CheckboxField,
  CheckboxGroup,
  DateField,
  Repeated,
  SelectField,
  TextArea,
  TextField,
} from '#app/ui/fields.tsx';

import { activities, activityNames, auditeeNames, auditeeRoles } from '../model.ts';

type Field = ComponentProps<typeof TextArea>['field'];
type Names = 'day' | 'from' | 'to' | 'activity' | 'place' | 'note' | 'auditors' | 'auditees' | 'teamAlone';
type Item = { getFieldset: () => Record<Names, Field> };
type List = ComponentProps<typeof Repeated<Item>>;
type Props = {
  form: List['form'];
  field: List['field'];
  team: readonly { accountId: string; name: string }[];
  places: readonly string[];
};

const placesList = 'places-of-recruiter';

/** The lines of an itinerary, each with everything it says. */
export const ItineraryFields = ({ form, field, team, places }: Props) => (
  <>
    <datalist id={placesList}>
      {places.map((place) => (
        <option key={place} value={place} />
      ))}
    </datalist>
    <Repeated
      form={form}
      field={field}
      label="Lines"
      hint="In any order: they are sorted by day and time. Name no worker and nobody else of the recruiter’s side: the recruiter may read this, and whoever carries the paper."
      noun="Line"
    >
      {(item) => <LineFields fields={item.getFieldset()} team={team} />}
    </Repeated>
  </>
);

const LineFields = ({ fields, team }: { fields: Record<Names, Field>; team: Props['team'] }) => (
  <>
    <DateField field={fields.day} label="Day" />
    <TextField field={fields.from} label="From" hint="By the clock at the place" type="time" width="short" />
    <TextField field={fields.to} label="To" type="time" width="short" />
    <SelectField
      field={fields.activity}
      label="What"
      options={activities.map((value) => ({ value, label: activityNames[value] }))}
      empty="Choose"
    />
    <TextField field={fields.place} label="Where" list={placesList} width="full" />
    <CheckboxGroup
      field={fields.auditors}
      label="Who of the team"
      options={team.map(({ accountId, name }) => ({ value: accountId, label: name }))}
    />
    <CheckboxGroup
      field={fields.auditees}
      label="Whom they meet"
      options={auditeeRoles.map((value) => ({ value, label: auditeeNames[value] }))}
      optional
    />
    <TextArea field={fields.note} label="In more words" rows={2} optional />
    <CheckboxField
      field={fields.teamAlone}
      label="For the team alone"
      hint="The recruiter never reads this line, such as interviews with workers whom it does not help to reach"
    />
  </>
);
