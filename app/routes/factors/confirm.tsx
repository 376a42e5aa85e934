import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { confirmByPassword, findWays } from '#app/features/accounts/factors/confirm.server.ts';
import { confirmForm, type ConfirmForm } from '#app/features/accounts/factors/forms.ts';
import { stepAnswer } from '#app/features/accounts/factors/second-step.server.ts';
import { CodeField } from '#app/features/accounts/factors/ui/code-field.tsx';
import { ConfirmedCard, NoPasswordCard } from '#app/features/accounts/factors/ui/confirm-cards.tsx';
import { afterConfirming } from '#app/features/accounts/rules.ts';
import { enter, isConfirmed, personOf } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found } from '#app/platform/http.server.ts';
import { Button, ButtonLink } from '#app/ui/buttons.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Say who you are · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'enrolling');
  const next = new URL(request.url).searchParams.get('next') ?? '';
  const ways = await findWays(found(await personOf(request)));
  return { next, ways, confirmed: next === '' && (await isConfirmed(request)) };
}

export async function action({ request }: ActionFunctionArgs) {
  await enter(request, 'enrolling');
  const form = await readForm(request, confirmForm);
  if (!form.ok) return badInput(form.reply);
  const next = afterConfirming(form.value.next);
  return stepAnswer(await confirmByPassword(request, form.value), next, form.reply);
}

export default function ConfirmIdentity() {
  const { next, ways, confirmed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ConfirmForm>('confirm', { reply: answer?.reply });
  if (confirmed) return <ConfirmedCard />;
  return (
    <>
      <PageHeader
        title="Say who you are"
        lead="What comes next cannot be undone, or opens your account to others. Show once more that it is you; it counts for ten minutes."
      />
      {ways.password ? (
        <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
          <input type="hidden" name="next" value={next} />
          <TextField
            field={fields.password}
            label="Password"
            type="password"
            autoComplete="current-password"
          />
          {ways.code ? <CodeField field={fields.code} hint="From your authenticator app" /> : null}
          <Button>Go on</Button>
        </PageForm>
      ) : null}
      {ways.passkey ? (
        <p>
          <ButtonLink
            to={`/confirm-identity/passkey?next=${encodeURIComponent(next)}`}
            kind={ways.password ? 'secondary' : 'primary'}
          >
            Use a passkey
          </ButtonLink>
        </p>
      ) : null}
      {ways.password || ways.passkey ? null : <NoPasswordCard next={next} />}
    </>
  );
}
