import { sectorName } from '#app/platform/industries.ts';
import { corridorName } from '#app/platform/places.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { CheckboxGroup, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';

import { refusalText } from './refusals.ts';

type Covered = { corridors: string[]; sectors: string[]; offices: string[] };

const named = (values: string[], name: (value: string) => string) =>
  values.map((value) => ({ value, label: name(value) }));
const asIs = (value: string) => value;

type Choosing = { covered: Covered; kept: Covered; back: string; refusal: string | undefined };

/** What stays is ticked: nothing leaves the scope unless somebody takes its tick away. The next page shows what it means. */
export function ReduceChoice({ covered, kept, back, refusal }: Choosing) {
  const [form, fields] = useFields<Covered>('choose', { reply: undefined, saved: kept });
  return (
    <PageForm form={form} method="get" refusal={refusal && refusalText(refusal)}>
      <CheckboxGroup
        field={fields.corridors}
        label="Corridors that stay"
        options={named(covered.corridors, corridorName)}
      />
      <CheckboxGroup
        field={fields.sectors}
        label="Sectors that stay"
        options={named(covered.sectors, sectorName)}
      />
      <CheckboxGroup
        field={fields.offices}
        label="Offices that stay"
        options={named(covered.offices, asIs)}
      />
      <input type="hidden" name="seen" value="yes" />
      <Actions>
        <Button>See what the public will read</Button>
        <ButtonLink to={back} kind="secondary">
          Not now
        </ButtonLink>
      </Actions>
    </PageForm>
  );
}

const Kept = ({ name, values }: { name: string; values: readonly string[] }) =>
  values.map((value) => <input key={value} type="hidden" name={name} value={value} />);

/** The same, chosen and read: a note, and it is published. */
export function ReduceForm({ kept, again, answer }: { kept: Covered; again: string; answer: FormAnswer }) {
  const [form, fields] = useFields<{ note: string }>('reduce', { reply: answer?.reply });
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <Kept name="corridors" values={kept.corridors} />
      <Kept name="sectors" values={kept.sectors} />
      <Kept name="offices" values={kept.offices} />
      <TextArea
        field={fields.note}
        label="Note"
        hint="Why, with what was seen. Only the scheme reads this, also in five years."
      />
      <Actions>
        <Button kind="danger">Reduce and publish</Button>
        <ButtonLink to={again} kind="secondary">
          Choose again
        </ButtonLink>
      </Actions>
    </PageForm>
  );
}
