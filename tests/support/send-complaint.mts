// Run by a test as a server of its own: takes a complaint and comes back to it, once rightly and once with a wrong code. Its output is
// the log and nothing else.
import { theDatabase } from '#app/platform/database/client.server.ts';
import { keepNoMore } from '#app/platform/kept/process.server.ts';
import { action as comeBack } from '#app/routes/report/case.tsx';
import { action as report } from '#app/routes/report/report.tsx';
import { log } from '#app/platform/operation/log.server.ts';

const [happened = '', whom = '', address = ''] = process.argv.slice(2);
const origin = process.env['ORIGIN'] ?? '';

function form(path: string, said: Record<string, string>) {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Forwarded-For': address };
  const body = new URLSearchParams(said).toString();
  return {
    request: new Request(`${origin}${path}`, { method: 'POST', body, headers }),
    params: { lang: 'en' },
  };
}

const send = () =>
  report({ ...form('/en/report', { id: crypto.randomUUID(), happened, whom, danger: 'yes' }), context: {} });

const { data } = await send();
const { number = '', passphrase: code = '' } = 'sent' in data ? data.sent : {};
for (const typed of [code, '0000 0000 0000 0000'])
  await comeBack({ ...form('/en/report/case', { number, code: typed }), context: {} });
log.info({ number }, 'received');
await keepNoMore();
await theDatabase().db.destroy();
