import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { amountWithCode } from '#app/platform/payments/money.ts';
import type { Company, Scope } from '#app/platform/scope.ts';

import { listActions } from '../actions/queries.server.ts';
import { listPlans } from '../actions/repayment/queries.server.ts';
import { moneyOf, peopleOf } from '../actions/repayment/rules.ts';
import { findProgress, listCampaigns } from '../campaigns/queries.server.ts';
import { campaignWords } from '../campaigns/ui/words.ts';
import { findChain } from '../chain/chain.server.ts';
import { monthsOfPay } from '../chain/months.ts';
import { routesSaid } from '../chain/routes-said.ts';
import { kindNames } from '../parties/ui/words.ts';
import { listPolicies } from '../policies/queries.server.ts';
import { indicatorsOf } from '../risk/indicators.ts';
import { listRisks } from '../risk/history/queries.server.ts';
import { bands } from '../risk/model.ts';
import { listSeenAnswers } from '../sharing/queries.server.ts';
import type { Report } from './model.ts';
import * as part from './parts.ts';
import { lawIndex } from './questions.ts';

/** As many as a report tells one by one; the riskiest, and those due first. */
const most = { risks: 200, actions: 500 };

/** A due-diligence report of a company as it stands at this moment, from what it may see at this moment. */
export async function gatherReport(scope: Scope<Company>): Promise<Report> {
  const company = await scope.db
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', scope.actor.organisationId)
    .executeTakeFirstOrThrow();
  return {
    company: company.name,
    madeAt: scope.now.toISOString(),
    parts: [...(await ofAnswers(scope)), ...(await ofCompany(scope))],
    index: lawIndex,
  };
}

/** What respondents say. */
async function ofAnswers(scope: Scope<Company>) {
  const [campaigns, progress, chain, told, risks] = await Promise.all([
    listCampaigns(scope),
    findProgress(scope),
    findChain(scope),
    listSeenAnswers(scope),
    listRisks(scope, { limit: most.risks }),
  ]);
  const shares = new Map(told.map(({ responseId, shareId }) => [responseId, shareId]));
  const shareOf = (responseId: string) => shares.get(responseId);
  const ofParty = new Map(
    chain.nodes.map(({ id, sources }) => [
      id,
      sources.flatMap(({ responseId }) => shareOf(responseId) ?? []),
    ]),
  );
  const asked = campaigns.map(({ state, dueOn, ...each }) => ({
    ...{ ...each, state: campaignWords[state], dueOn: dayInWords(dueOn) },
  }));
  const scored = risks.map(({ id, name, country, residual, band }) => ({
    ...{ name, country, residual, band: bands.find((each) => each === band) ?? 'medium' },
    answers: [...new Set(ofParty.get(id ?? '') ?? [])],
  }));
  return [
    part.methodPart(asked),
    part.coveragePart(progress, [...shares.values()]),
    part.chainPart(chain, kindNames, shareOf),
    part.corridorPart(chain.corridors, shareOf),
    part.monthsPart(monthsOfPay(chain.statements.flatMap((said) => routesSaid(said))), shareOf),
    part.riskPart(scored),
    part.indicatorPart(indicatorsOf(chain, told), shareOf),
  ];
}

/** What the company does about it. */
async function ofCompany(scope: Scope<Company>) {
  const [actions, plans, policies] = await Promise.all([
    listActions(scope, { party: undefined, limit: most.actions, offset: 0 }),
    listPlans(scope),
    listPolicies(scope),
  ]);
  return [
    part.actionPart(actions.map((each) => ({ ...each, dueOn: dayInWords(each.dueOn) }))),
    part.remedyPart(plans.map(planInWords)),
    part.policyPart(
      policies.map(({ title, last, addedAt }) => ({ title, last, addedOn: dayInWords(dayOf(addedAt)) })),
    ),
  ];
}

type Plan = Awaited<ReturnType<typeof listPlans>>[number];

function planInWords({ title, entries }: Plan) {
  const people = peopleOf(entries);
  const said = (of: 'owed' | 'paid') =>
    moneyOf(entries)
      .map((money) => amountWithCode({ amountMinor: money[of], currency: money.currency }))
      .join(', ') || '0';
  return {
    title,
    owed: said('owed'),
    paid: said('paid'),
    workers: `${people.confirmed} of ${people.affected}`,
  };
}
