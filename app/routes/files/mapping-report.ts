import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { gatherReport } from '#app/features/mapping/reports/gather.server.ts';
import { reportPaper } from '#app/features/mapping/reports/paper.server.tsx';
import { reportWorkbook } from '#app/features/mapping/reports/workbook.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { theConfig } from '#app/platform/config.server.ts';
import { chosenIn, downloadBytes } from '#app/platform/http.server.ts';

const types = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A company's due-diligence report as it stands now, as PDF or as a workbook. */
export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const as = chosenIn(request, 'as', ['pdf', 'xlsx']);
  const report = await gatherReport(scope);
  const make = as === 'pdf' ? reportPaper : reportWorkbook;
  const content = await make(report, theConfig().ORIGIN);
  return downloadBytes(content, {
    ...{ filename: `due-diligence-report-${dayOf(scope.now)}.${as}`, mediaType: types[as] },
  });
}
