import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { localPath } from '#app/features/accounts/rules.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { signOnForm, type SignOnForm } from '#app/features/accounts/sso/forms.ts';
import { leaveToSignIn } from '#app/features/accounts/sso/sign-on.server.ts';
import { DeparturePage } from '#app/features/accounts/sso/ui/departure.tsx';
import { signOnRefusal } from '#app/features/accounts/sso/ui/refusals.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, refused, tooMany } from '#app/platform/http.server.ts';
import { Button, TextLink } from '#app/ui/buttons.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Sign in with your organisation · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await enter(request, 'visitor');
  const { searchParams } = new URL(request.url);
  const next = localPath(searchParams.get('next'));
  if (actor.kind !== 'visitor') throw redirect(next);
  return { next, email: searchParams.get('email')?.slice(0, 254) ?? '' };
}

export async function action({ request }: ActionFunctionArgs) {
  await enter(request, 'visitor');
  const form = await readForm(request, signOnForm);
  if (!form.ok) return badInput(form.reply);
  const way = await leaveToSignIn(form.value);
  if (!way.ok) return 'seconds' in way ? tooMany(way.seconds, form.reply) : refused(way.refusal, form.reply);
  const { departure, headers } = way.value;
  return data({ departure, refusal: undefined, reply: undefined }, { headers });
}

export default function SignInWithOrganisation() {
  const { next, email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<SignOnForm>('sign-on', { reply: answer?.reply, saved: { email } });
  if (answer && 'departure' in answer) return <DeparturePage departure={answer.departure} />;
  return (
    <>
      <PageHeader
        title="Sign in with your organisation"
        lead="If your organisation has set up single sign-on, you sign in where you do for your other work."
      />
      <PageForm form={form} refusal={answer?.refusal && signOnRefusal(answer.refusal)}>
        <input type="hidden" name="next" value={next} />
        <TextField field={fields.email} label="Work e-mail address" type="email" autoComplete="username" />
        <Button>Continue</Button>
      </PageForm>
      <p>
        <TextLink to={`/sign-in?next=${encodeURIComponent(next)}`}>Sign in with a password</TextLink>
      </p>
    </>
  );
}
