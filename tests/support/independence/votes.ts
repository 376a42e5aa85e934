import { askForLift } from '#app/features/certificates/decisions/commands/ask-lift.server.ts';
import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { refusalText } from '#app/features/certificates/decisions/ui/refusals.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import {
  ballotOn,
  grant,
  matterOf,
  noInterest,
  packageOf,
  suspension,
} from '#tests/support/factories/certificates.ts';
import { parts, rawVote, type Part } from '#tests/support/factories/parts.ts';

import { inForce } from './certificates.ts';
import { nextNumber, thing, type Bar, type Given, type On, type Thing } from './table.ts';

const by = ({ given, now }: On) => ({ db: given.db, now });

async function first(given: Given) {
  const { auditId } = await packageOf(given, given.work, nextNumber());
  return { id: await matterOf(given.db, given.applicationId), auditId };
}
async function lifting(given: Given) {
  const { id, auditId } = await inForce(given);
  const officer = given.as(given.officer);
  done(await suspendCertificate(officer, id, suspension));
  done(await askForLift(officer, id, { note: 'Every worker was paid back, and the team saw the receipts.' }));
  return { id: await matterOf(given.db, given.applicationId), auditId };
}

const does = (refusal: string, had: Part): Bar => ({ had, refusal, says: `does not decide: ${refusal}` });
const barsOfVote = Object.fromEntries(parts.map(([who, refusal, had]) => [who, does(refusal, had)]));
const putIt: Part = ({ applicationId }, person) =>
  `update decision_matter set asked_by = '${person}' where application_id = '${applicationId}' and state = 'open'`;

const votes = (
  ready: (given: Given) => Promise<{ id: string; auditId: string }>,
  bars: Record<string, Bar>,
) =>
  thing({
    who: 'decider',
    ready,
    bars,
    first: (on, actor) => declareInterest({ ...by(on), actor }, on.matter.id, noInterest),
    act: async (on, actor) => {
      const scope = { ...by(on), actor };
      return castVote(scope, on.matter.id, await ballotOn(scope, on.matter.id, grant));
    },
    page: ({ id }) => `/scheme/decisions/${id}`,
    async form(on, actor) {
      const ballot = await ballotOn({ ...by(on), actor }, on.matter.id, grant);
      return { ...grant, package: ballot.package };
    },
    raw: ({ matter, now }, person) => rawVote(matter.id, { person, day: now.toISOString().slice(0, 10) }),
    words: refusalText,
  });

export const ofVotes: Record<string, Thing> = {
  'a member of the panel votes on a first certificate': votes(first, barsOfVote),
  'a member of the panel votes on lifting a suspension': votes(lifting, {
    ...barsOfVote,
    'who put it before the panel': does('put_by_you', putIt),
  }),
};
