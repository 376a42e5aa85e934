import { Readable } from 'node:stream';

import { addDocument, addVersion, openDocument } from '#app/features/documents/commands.server.ts';
import type { DocumentForm } from '#app/features/documents/forms.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { dayOf } from '#app/platform/calendar.ts';

import { actorOf, done, scopeOf, type Story } from './stage.ts';

/** What an agency in audit keeps: a policy, renewed once, and what shows that it is lived. */
export async function keepEvidence(story: Story) {
  const { name, staff } = story.recruiter.agency;
  const owner = actorOf(story, staff[0]?.email ?? '', 'recruiter');
  const of = async (what: string) => ({
    ...(await aPage(`Demonstration: ${what} of ${name}`, `${what.toLowerCase().replaceAll(' ', '-')}.pdf`)),
    quarantined: false,
  });
  const add = async (kind: DocumentForm['kind'], title: string) => {
    const form = { kind, title, evidenceOn: dayOf(story.at(2)) };
    return done(addDocument(scopeOf(story, owner, 3), form, await of(title)), `add ${title}`);
  };
  const { documentId } = await add('policy', 'Fee policy');
  await add('training', 'Attendance at the orientation');
  const renewed = { evidenceOn: dayOf(story.at(20)) };
  await done(addVersion(scopeOf(story, owner, 21), documentId, renewed, await of('Fee policy 2')), 'renew');
  const officer = actorOf(story, 'officer@scheme.example', 'officer');
  await done(openDocument(scopeOf(story, officer, 22), documentId, 2), 'read');
}

/** A stored one-page PDF that says what it stands for. */
export async function aPage(words: string, filename: string) {
  const text = `BT /F1 18 Tf 72 720 Td (${words}) Tj ET`;
  const pdf = [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj',
    `4 0 obj<</Length ${text.length}>>stream\n${text}\nendstream endobj`,
    '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
  ].join('\n');
  const stored = await theStorage().write(Readable.from([Buffer.from(pdf)]));
  return { ...stored, filename, mediaType: 'application/pdf' };
}
