import { createHash } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';

import type { ReportContent } from '#app/features/audits/report/content.ts';
import { reportAsPdf } from '#app/features/audits/report/ui/report-paper.tsx';

/** Draws reports in a process of its own, so that its memory is seen apart: told how many findings, says how it went, and how long others would have waited. */
process.on('message', (findings) => {
  void draw(Number(findings)).then((drawn) => process.send?.(drawn));
});
process.send?.('ready');

async function draw(findings: number) {
  const content = reportWith(findings);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const begun = performance.now();
  delay.enable();
  const pdf = await reportAsPdf({ content, version: 1, at: new Date('2026-11-27T09:00:00Z') });
  const ms = performance.now() - begun;
  delay.disable();
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  return { ms, standstillMs: delay.max / 1e6, bytes: pdf.byteLength, sha256 };
}

const paragraph =
  'The files of twelve months were read and compared with what workers said when they were asked alone. ';

/** As an auditor writes: a page or two for each part, a paragraph for each finding, a comment on every sixth. */
function reportWith(count: number): ReportContent {
  const part = paragraph.repeat(15);
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const findings = numbers.map((number) => ({
    ...{ number, indicatorCode: '1.1.2', grade: number % 5 === 0 ? ('major' as const) : ('minor' as const) },
    requirement: 'The recruiter gives each worker a schedule of all costs, who pays them and to whom.',
    ...{ statement: paragraph.repeat(5), evidence: paragraph.repeat(3) },
  }));
  return {
    ...{ reference: 'AUD-00001', type: 'stage2', recruiter: 'Himal Workforce', auditBody: 'Meridian Audit' },
    ...{ reviewer: 'Tomas Lindqvist', noticeType: 'announced', startsOn: '2026-11-02', endsOn: '2026-11-06' },
    team: [{ name: 'Anjali Rao', role: 'lead_auditor' }],
    words: {
      ...{ summary: part, scope: part, method: part, sample: part },
      ...{ strengths: part, notSeen: part, publicSummary: part },
    },
    findings,
    comments: numbers
      .filter((number) => number % 6 === 0)
      .map((findingNumber) => ({
        ...{ part: null, findingNumber, comment: paragraph, outcome: 'kept' as const, answer: paragraph },
      })),
  };
}
