import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { takeForm, type TakeForm } from '#app/features/network/forms.ts';
import { takeList } from '#app/features/network/import/commands.server.ts';
import { findImport } from '#app/features/network/import/queries.server.ts';
import { Likenesses, Problems } from '#app/features/network/ui/reading.tsx';
import { refusalText } from '#app/features/network/ui/refusals.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { RadioGroup } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'What we read · Your network · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return found(await findImport(scope, found(params['importId'])));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id } = found(await findImport(scope, found(params['importId'])));
  const form = await readForm(request, takeForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await takeList(scope, id, form.value), '/network', form.reply);
}

const rows = (count: number) => (count === 1 ? '1 row' : `${count.toLocaleString('en-GB')} rows`);

export default function Imported() {
  const { filename, reading, takenAt, added } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const alike = reading.rows.filter(({ like }) => like !== null).length;
  const bad = new Set(reading.problems.map(({ row }) => row)).size;
  const [form, fields] = useFields<TakeForm>('take', {
    reply: answer?.reply,
    saved: { duplicates: 'skip' },
  });
  const options = [
    { value: 'skip', label: `Leave them out, and add ${rows(reading.rows.length - alike)}` },
    { value: 'add', label: `They are others: add all ${rows(reading.rows.length)}` },
  ];
  const read = `${rows(reading.rows.length)} can be taken, ${alike} of them look like partners you have; ${rows(bad)} cannot.`;
  return (
    <>
      <PageHeader
        title={takenAt ? 'This list was taken' : 'What we read'}
        eyebrow={filename}
        back={{ to: '/network/import', label: 'Send a list' }}
        lead={
          takenAt
            ? `${added === 1 ? '1 partner was' : `${added ?? 0} partners were`} added, ${timeInWords(takenAt)}.`
            : `${read} Nothing is added yet.`
        }
      />
      {takenAt === null && reading.rows.length > 0 ? (
        <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
          {alike > 0 ? (
            <RadioGroup field={fields.duplicates} label="Those you seem to have" options={options} />
          ) : (
            <input type="hidden" name="duplicates" value="skip" />
          )}
          <Actions>
            <Button>Add them to your network</Button>
            <ButtonLink to="/network" kind="secondary">
              Add none
            </ButtonLink>
          </Actions>
        </PageForm>
      ) : null}
      <Likenesses rows={reading.rows} />
      <Problems problems={reading.problems} />
    </>
  );
}
