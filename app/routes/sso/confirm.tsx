import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { localPath } from '#app/features/accounts/rules.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { nothingForm } from '#app/features/accounts/sso/forms.ts';
import { leaveToConfirm } from '#app/features/accounts/sso/sign-on.server.ts';
import { DeparturePage } from '#app/features/accounts/sso/ui/departure.tsx';
import { signOnRefusal } from '#app/features/accounts/sso/ui/refusals.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, refused, tooMany } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Confirm who you are · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'enrolling');
  return { next: localPath(new URL(request.url).searchParams.get('next')) };
}

export async function action({ request }: ActionFunctionArgs) {
  await enter(request, 'enrolling');
  const form = await readForm(request, nothingForm);
  if (!form.ok) return badInput(form.reply);
  const way = await leaveToConfirm(request, form.value.next);
  if (!way.ok) return 'seconds' in way ? tooMany(way.seconds, form.reply) : refused(way.refusal, form.reply);
  const { departure, headers } = way.value;
  return data({ departure, refusal: undefined, reply: undefined }, { headers });
}

export default function ConfirmWithOrganisation() {
  const { next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form] = useFields('confirm-sign-on', { reply: answer?.reply });
  if (answer && 'departure' in answer) return <DeparturePage departure={answer.departure} />;
  return (
    <>
      <PageHeader
        title="Confirm who you are"
        lead="Before something that cannot be undone, sign in once more at your organisation’s provider. You come back to where you were."
      />
      <PageForm form={form} refusal={answer?.refusal && signOnRefusal(answer.refusal)}>
        <input type="hidden" name="next" value={next} />
        <Button>Continue to your organisation</Button>
      </PageForm>
    </>
  );
}
