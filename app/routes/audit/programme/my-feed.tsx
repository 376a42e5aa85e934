import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { endFeed, findFeed, makeFeed } from '#app/features/audits/programme/commands/calendar-feed.server.ts';
import { listChoices } from '#app/features/audits/programme/narrowing/queries.server.ts';
import { narrowedAddress, narrowingOf } from '#app/features/audits/programme/narrowing/rules.ts';
import { NarrowingFields } from '#app/features/audits/programme/narrowing/ui/narrowing-fields.tsx';
import { feedForm } from '#app/features/audits/programme/forms.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import { theConfig } from '#app/platform/config.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput } from '#app/platform/http.server.ts';
import { Actions, Button } from '#app/ui/buttons.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { Filters } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Your calendar address · Fairroute' }];

const readers = ['auditor', 'reviewer', 'officer', 'recruiter'] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, ...readers);
  const kind = scope.actor.kind;
  const narrowing = narrowingOf(kind, new URL(request.url).searchParams);
  const [feed, choices] = await Promise.all([findFeed(scope), listChoices(scope, narrowing)]);
  return { feed: feed ?? null, kind, narrowing, choices };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, ...readers);
  const form = await readForm(request, feedForm);
  if (!form.ok) return badInput(form.reply);
  if (form.value.do === 'end') {
    await endFeed(scope);
    return data({ address: undefined });
  }
  const { secret } = (await makeFeed(scope)).value;
  const narrowing = narrowingOf(scope.actor.kind, new URL(request.url).searchParams);
  return data({ address: narrowedAddress(`${theConfig().ORIGIN}/calendar/${secret}.ics`, narrowing) });
}

export default function MyFeed() {
  const { feed, kind, narrowing, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const address = answer && 'address' in answer ? answer.address : undefined;
  return (
    <>
      <PageHeader
        title="Audits in your own calendar"
        lead="A calendar program that subscribes to your address shows the audits you may see here, and follows when one is moved or cancelled."
        back={{ to: narrowedAddress('/audits/calendar', narrowing), label: 'Audit calendar' }}
      />
      {address ? (
        <Section title="Your address">
          <p>Copy it now: it is shown this once. Whoever has it reads your calendar, so give it to nobody.</p>
          <p className="font-mono break-all">{address}</p>
        </Section>
      ) : null}
      {kind === 'recruiter' ? null : (
        <Section title="What it holds">
          <p>
            An address can hold all you may see, or the audits of one auditor or recruiter alone. Choose
            first: the address says what was chosen, and the same secret opens each.
          </p>
          <Filters clear="/audits/calendar/feed" submit="Choose">
            <NarrowingFields kind={kind} narrowing={narrowing} choices={choices} />
          </Filters>
        </Section>
      )}
      <form method="post" className="flex max-w-[46rem] flex-col gap-4">
        <p>
          {feed
            ? `You have an address since ${timeInWords(feed.madeAt)}. A new one puts it out of use.`
            : 'You have no address yet.'}
        </p>
        <Actions>
          <Button name="do" value="make">
            {feed ? 'Make a new address' : 'Make an address'}
          </Button>
          {feed ? (
            <Button name="do" value="end" kind="secondary">
              Put it out of use
            </Button>
          ) : null}
        </Actions>
      </form>
    </>
  );
}
