import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { writeItinerary } from '#app/features/audits/planning/itinerary/commands.server.ts';
import { itemsOf, itineraryForm, type ItineraryForm } from '#app/features/audits/planning/itinerary/forms.ts';
import { beginWith } from '#app/features/audits/planning/itinerary/lines.ts';
import { findItinerary, itemsIn } from '#app/features/audits/planning/itinerary/queries.server.ts';
import { ItineraryFields } from '#app/features/audits/planning/itinerary/ui/fields.tsx';
import { ItineraryShown } from '#app/features/audits/planning/itinerary/ui/itinerary.tsx';
import { placesFromApplication } from '#app/features/audits/planning/known.server.ts';
import { mayWriteItinerary } from '#app/features/audits/planning/steps.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { daysOf } from '#app/features/audits/ui/audit-facts.tsx';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { Actions, Button } from '#app/ui/buttons.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Itinerary · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'officer', 'decider');
  const audit = found(await findAudit(scope, found(params['id'])));
  const [itinerary, places] = await Promise.all([
    findItinerary(scope, audit.id),
    placesFromApplication(scope.db, audit.applicationId),
  ]);
  const { team, startsOn, endsOn } = audit;
  const days = { startsOn: startsOn ?? '', endsOn: endsOn ?? '' };
  const may = mayWriteItinerary(audit, scope.actor);
  const saved = { items: may ? beginWith({ ...days, team, places }, itemsIn(itinerary)) : [] };
  return { place: placeOfAudit(audit), clock: daysOf(audit), team, itinerary, places, saved, may };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const id = found(params['id']);
  found(await findAudit(scope, id));
  const form = await readForm(request, itineraryForm);
  if (!form.ok) return badInput(form.reply);
  return answered(
    await writeItinerary(scope, id, itemsOf(form.value)),
    `/audits/${id}/plan/itinerary`,
    form.reply,
  );
}

export default function Itinerary() {
  const { place, clock, team, itinerary, places, saved, may } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ItineraryForm>('itinerary', { reply: answer?.reply, saved });
  return (
    <>
      <PageHeader
        title="Itinerary"
        eyebrow={place.eyebrow}
        back={{ to: place.to, label: place.label }}
        clock={clock}
        lead="Who of the team is where, when and for what. The recruiter reads it with the notice of an announced audit, and of any other when the audit has begun; from then on it stands."
      />
      {itinerary ? <ItineraryShown itinerary={itinerary} /> : null}
      {may ? (
        <div className="print:hidden">
          <Section title={itinerary ? 'Write it anew' : 'Write the itinerary'}>
            <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
              <ItineraryFields form={form} field={fields.items} team={team} places={places} />
              <Actions>
                <Button>Save the itinerary</Button>
              </Actions>
            </PageForm>
          </Section>
        </div>
      ) : null}
      {may || itinerary ? null : (
        <p>
          No itinerary was written. It is written when the audit is planned, before anybody is told of it.
        </p>
      )}
    </>
  );
}
