import { openCase } from '#app/features/workers/complaints/commands/open-case.server.ts';
import * as own from '#app/features/workers/complaints/commands/of-reporter.server.ts';
import { visited } from '#app/features/workers/complaints/code/visit.server.ts';
import { keepFile, readFile } from '#app/features/workers/complaints/files/commands.server.ts';
import {
  isWrittenSection,
  messageForm,
  returnForm,
  sectionForms,
} from '#app/features/workers/complaints/forms.ts';
import { problemOf } from '#app/features/workers/complaints/ui/problem.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { formOf } from '#app/platform/form.server.ts';
import type { Result } from '#app/platform/result.ts';

import { back, showCase, showFiles, showSection, word, type House, type In } from './case-pages.server.ts';
import { orNotSaved } from './saving.server.ts';

/** Answers one step in a case: each is a form that says by itself who sends it. */
export async function answerCase(house: House, request: Request) {
  if (request.headers.get('Content-Type')?.startsWith('multipart/form-data')) return takeFile(house, request);
  const form = await formOf(request);
  const visit = word(form, 'visit');
  if (!visit) return comeIn(house, form);
  const complaintId = await visited(visit, house.now);
  if (complaintId === undefined) return back('expired', 403);
  return stepOf(word(form, 'act'))({ house, complaintId, form });
}

async function comeIn(house: House, form: FormData) {
  const typed = returnForm.parse({
    number: word(form, 'number').slice(0, 40),
    code: word(form, 'code').slice(0, 80),
  });
  const opened = await orNotSaved(() => openCase({ ...house, pool: theDatabase().pool }, typed));
  if (opened.ok) return showCase({ house, complaintId: opened.value.complaintId });
  return back(opened.refusal, opened.refusal === 'wrong' ? 403 : 503, typed.number);
}

type Step = (
  on: In,
) => ReturnType<typeof showCase> | ReturnType<typeof showSection> | ReturnType<typeof leave>;

const steps: Record<string, Step> = {
  back: showCase,
  show: showSection,
  save: saveSection,
  message: writeMessage,
  remedy_came: (on) => step(on, own.confirmRemedy(on.house, on.complaintId, true)),
  remedy_missing: (on) => step(on, own.confirmRemedy(on.house, on.complaintId, false)),
  reprisal: (on) => step(on, own.tellReprisal(on.house, on.complaintId)),
  appeal: (on) => step(on, own.appeal(on.house, on.complaintId)),
  withdraw: (on) => step(on, own.withdrawComplaint(on.house, on.complaintId)),
  leave,
};
const stepOf = (act: string): Step => (Object.hasOwn(steps, act) ? steps[act] : undefined) ?? showCase;

function leave() {
  return Promise.resolve({ status: 200, answer: { page: 'left' as const } });
}

/** What the state does not allow is seen on the page that follows, which then says nothing of having saved it. */
async function step(on: In, taken: Promise<Result<unknown>>) {
  const answer = await orNotSaved(() => taken);
  if (answer.ok) return showCase(on, { saved: true });
  const away = answer.refusal === 'busy' || answer.refusal === 'not_saved' ? answer.refusal : undefined;
  return showCase(on, { problem: away });
}

async function writeMessage(on: In) {
  const typed = word(on.form, 'text');
  const read = messageForm.safeParse({ text: typed });
  if (!read.success) return showCase(on, { problem: problemOf(read.error.issues), typed });
  const { house, complaintId } = on;
  const written = await orNotSaved(() => own.writeMessage(house, complaintId, read.data.text));
  if (written.ok) return showCase(on, { saved: true });
  return showCase(on, { problem: written.refusal === 'busy' ? 'busy' : 'not_saved', typed });
}

async function saveSection(on: In) {
  const { house, complaintId, form } = on;
  const section = word(form, 'section');
  if (!isWrittenSection(section)) return showCase(on);
  const read = sectionForms[section].safeParse(fieldsOf(form));
  if (!read.success) return showSection(on, problemOf(read.error.issues));
  const saved = await orNotSaved(() => own.saveSection(house, complaintId, { section, said: read.data }));
  if (saved.ok) return showCase(on, { saved: true });
  return showSection(on, saved.refusal === 'busy' ? 'busy' : 'not_saved');
}

/** A name that stands several times is a list. */
const fieldsOf = (form: FormData) =>
  Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );

async function takeFile(house: House, request: Request) {
  const storage = theStorage();
  const read = await readFile(request, storage);
  const complaintId = await visited(word(read.upload.fields, 'visit'), house.now);
  const kept = await orNotSaved(() => keepFile({ ...house, storage }, complaintId, read));
  if (complaintId === undefined) return back('expired', 403);
  return showFiles(house, complaintId, kept.ok ? undefined : kept.refusal);
}
