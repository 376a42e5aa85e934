import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { clipRoles } from '#app/features/workers/clips/policy.ts';
import { listRecordings } from '#app/features/workers/clips/queries.server.ts';
import { receiveClip } from '#app/features/workers/clips/receive.server.ts';
import { ClipForm } from '#app/features/workers/clips/ui/clip-form.tsx';
import { RecordingTable } from '#app/features/workers/clips/ui/recording-table.tsx';
import { ClipTag } from '#app/features/workers/clips/ui/clip-tag.tsx';
import { answerNames, refusalText } from '#app/features/workers/clips/ui/words.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { answered, found, unstored } from '#app/platform/http.server.ts';
import { languageName } from '#app/platform/names/languages.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

import { findSpoken, renewClips } from '../clips.server.ts';

export const meta: MetaFunction = () => [{ title: 'Answer read aloud · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...clipRoles);
  const spoken = found(await findSpoken(scope, params['lang'], params['answer']));
  return { spoken, recordings: await listRecordings(scope, spoken) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, ...clipRoles);
  const { language, answer, hash } = found(await findSpoken(scope, params['lang'], params['answer']));
  const received = await receiveClip(scope, { language, answer, hash }, request, theStorage());
  if (!received.stored) return unstored(received.problem);
  await renewClips();
  return answered(received.outcome, `/scheme/languages/${language}/clips/${answer}`);
}

export default function Clip() {
  const { spoken, recordings } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const { language, answer, standing, there } = spoken;
  const place = `/scheme/languages/${language}/clips`;
  return (
    <>
      <PageHeader
        title={answerNames[answer]}
        eyebrow={languageName(language)}
        back={{ to: place, label: 'Answers read aloud' }}
        tag={<ClipTag standing={standing} />}
      />
      {refusal ? <Refusal>{refusalText(refusal)}</Refusal> : null}
      <ClipForm {...spoken} />
      {there ? (
        <Actions>
          <ButtonLink to={`${place}/${answer}/remove`} kind="secondary">
            Remove the recording
          </ButtonLink>
        </Actions>
      ) : null}
      <Section title="Recordings there were">
        <RecordingTable recordings={recordings} hash={spoken.hash} />
      </Section>
    </>
  );
}
