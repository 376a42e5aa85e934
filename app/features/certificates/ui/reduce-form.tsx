import type { SubmissionResult } from '@conform-to/react';

import { sectorName } from '#app/platform/industries.ts';
import { corridorName } from '#app/platform/places.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { CheckboxGroup, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';

import { refusalText } from './refusals.ts';

type Covered = { corridors: string[]; sectors: string[]; offices: string[] };
type Answer = { reply?: SubmissionResult<string[]> | undefined; refusal?: string | undefined } | undefined;
type Props = { covered: Covered; back: string; answer: Answer };

const named = (values: string[], name: (value: string) => string) =>
  values.map((value) => ({ value, label: name(value) }));

/** What stays is ticked: nothing leaves the scope unless somebody takes its tick away. */
export function ReduceForm({ covered, back, answer }: Props) {
  const [form, fields] = useFields<Covered & { note: string }>('reduce', {
    reply: answer?.reply,
    saved: { ...covered, note: '' },
  });
  const asIs = (value: string) => value;
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
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
      <TextArea
        field={fields.note}
        label="Note"
        hint="Why, with what was seen. Only the scheme reads this, also in five years."
      />
      <Actions>
        <Button kind="danger">Reduce and publish</Button>
        <ButtonLink to={back} kind="secondary">
          Not now
        </ButtonLink>
      </Actions>
    </PageForm>
  );
}
