import type { SubmissionResult } from '@conform-to/react';

import { shownPhone } from '#app/platform/names/phone.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { TextArea, TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';

import { mostPhones, mostSocial, type Kept } from '../model.ts';
import { refusalText } from './refusals.ts';

type Answer = { reply?: SubmissionResult<string[]> | undefined; refusal?: string | undefined } | undefined;
type Shape = { phones: string; website: string; email: string; social: string; revision: string };

/** All that is published stands in the form: what is taken out of it is published no more. */
export function ContactsForm({ answer, kept, back }: { answer: Answer; kept: Kept; back: string }) {
  const saved = {
    phones: kept.phones.map(shownPhone).join('\n'),
    ...{ website: kept.website ?? '', email: kept.email ?? '', social: kept.social.join('\n') },
    revision: String(kept.revision),
  };
  const [form, fields] = useFields<Shape>('contacts', { reply: answer?.reply, saved });
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <TextArea
        field={fields.phones}
        label="Phone numbers"
        hint={`Of your own offices, one a line, ${mostPhones} at most. Numbers of your agents stand in your network.`}
        optional
      />
      <TextField
        field={fields.website}
        label="Website"
        hint="It opens with https"
        inputMode="url"
        width="full"
        optional
      />
      <TextField field={fields.email} label="Mail address" inputMode="email" autoComplete="off" optional />
      <TextArea
        field={fields.social}
        label="Pages in social networks"
        hint={`The address of each page, one a line, ${mostSocial} at most`}
        rows={3}
        optional
      />
      <input type="hidden" name={fields.revision.name} value={fields.revision.initialValue} />
      <Actions>
        <Button>Publish</Button>
        <ButtonLink to={back} kind="secondary">
          Not now
        </ButtonLink>
      </Actions>
    </PageForm>
  );
}
