import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect } from 'vitest';

import { calculateDays } from '#app/features/audits/planning/commands/calculate-days.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import type { PlanForm } from '#app/features/audits/planning/forms.ts';
import { findGround } from '#app/features/audits/planning/ground.server.ts';
import { writeItinerary } from '#app/features/audits/planning/itinerary/commands.server.ts';
import { planContent } from '#app/features/audits/planning/paper/content.server.ts';
import { planAsPdf } from '#app/features/audits/planning/paper/plan-paper.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { addDays } from '#app/platform/calendar.ts';
import type { SignedIn } from '#app/platform/scope.ts';
import {
  anEngagement,
  done,
  noConflict,
  plan,
  prepared,
  scheduled,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { smallAgency } from '#tests/support/factories/ground.ts';
import { someItems } from '#tests/support/factories/itineraries.ts';
import { test } from '#tests/support/test.ts';

const on = { startsOn: addDays(plan.startsOn, 20), endsOn: addDays(plan.startsOn, 22) };
const announced: PlanForm = { ...plan, ...on };
const window = { windowFrom: addDays(plan.startsOn, 10), windowUntil: addDays(plan.startsOn, 40) };
const semi: PlanForm = { ...announced, ...window, noticeType: 'semi_announced' };

/** Stage 1 with its itinerary, planned as the form says. */
async function planning(given: Engagement, form: PlanForm) {
  const id = await scheduled(given, 'stage1');
  const lead = given.as(given.lead);
  done(await declareConflict(lead, id, noConflict));
  await prepared(given, id);
  done(await planAudit(lead, id, form));
  done(await writeItinerary(lead, id, someItems(given, 20)));
  return id;
}

/** The paper's words as this person gets them; nothing where there is none. */
async function wordsFor(given: Engagement, who: SignedIn, id: string) {
  const scope = given.as(who);
  const audit = await findAudit(scope, id);
  const content = audit && (await planContent(scope, audit));
  if (!content) return undefined;
  const file = await planAsPdf(content);
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }),
  );
  return pages.join(' ').replaceAll(/\s+/g, ' ');
}
const ofTheTeam = /Community centre|Sample of workers|NP-QA|Calculation|Effective staff/;

describe('the plan as a PDF', () => {
  test('holds for the team and the scheme what it says and what it rests on, as stored', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planning(given, announced);
    done(await calculateDays(given.as(given.lead), id, { ...smallAgency, effectiveStaff: 10 }));
    expect((await findGround(db, id)).calculated).toMatchObject({ number: 1 });
    for (const who of [given.lead, given.reviewer, given.officer]) {
      const text = await wordsFor(given, who, id);
      for (const words of [
        ...['Himal Workforce', 'Stage 1', 'announced', '21 March 2026 to 23 March 2026', 'Head office in'],
        ...['Itinerary', '09:00 to 09:30', 'Opening meeting', 'Head office, second floor', 'Director'],
        ...['Community centre', 'For the team alone', 'Calculation 1, formula audit-days-1', 'Anjali Rao'],
        ...['Base for 5 effective staff 1.5', 'Sample plan 1, formula worker-sample-1', 'NP-QA 40 10'],
      ])
        expect(text).toContain(words);
    }
  });

  test('gives the recruiter nothing before the notice, and then what it was told', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planning(given, announced);
    expect(await wordsFor(given, given.recruiter, id)).toBeUndefined();
    done(await notifyAudit(given.as(given.lead), id, { reason: '' }));
    const text = await wordsFor(given, given.recruiter, id);
    for (const words of ['21 March 2026 to 23 March 2026', 'Head office in', 'Head office, second floor'])
      expect(text).toContain(words);
    expect(text).not.toMatch(ofTheTeam);
  });

  test('of a semi-announced audit tells its recruiter the window alone, until it begins', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planning(given, semi);
    done(await notifyAudit(given.as(given.lead), id, { reason: '' }));
    const before = await wordsFor(given, given.recruiter, id);
    expect(before).toContain('Takes place within 11 March 2026 to 10 April 2026');
    expect(before).not.toMatch(/21 March|23 March|Head office|Itinerary/);
    expect(before).not.toMatch(ofTheTeam);
    const first = { ...given.as(given.lead), now: new Date(`${on.startsOn}T09:00:00Z`) };
    done(await startAudit(first, id));
    const begun = await wordsFor(given, given.recruiter, id);
    expect(begun).toContain('Head office, second floor');
    expect(begun).not.toMatch(ofTheTeam);
  });

  test('of an unannounced audit is nobody’s outside, until it begins', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planning(given, { ...announced, noticeType: 'unannounced' });
    expect(await wordsFor(given, given.recruiter, id)).toBeUndefined();
    done(await startAudit({ ...given.as(given.lead), now: new Date(`${on.startsOn}T09:00:00Z`) }, id));
    expect(await wordsFor(given, given.recruiter, id)).toContain('Opening meeting');
    expect(await wordsFor(given, given.recruiter, id)).not.toMatch(ofTheTeam);
  });
});
