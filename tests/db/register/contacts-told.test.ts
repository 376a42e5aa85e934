import { describe, expect } from 'vitest';
import { z } from 'zod';

import { apiLimits } from '#app/api/door.server.ts';
import { recruitersShape, recruiterShape } from '#app/api/described/shapes.ts';
import { authorisePartner, endAuthorisation } from '#app/features/network/commands.server.ts';
import { publishContacts } from '#app/features/register/contacts/commands.server.ts';
import { KeptAnswers } from '#app/platform/kept/answers.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { contactsOf } from '#tests/support/factories/contacts.ts';
import { aPartner } from '#tests/support/factories/network.ts';
import { aMirror, test as dumped } from '#tests/support/dumped.ts';
import { serveApi } from '#tests/support/loopback.ts';
import { drain } from '#tests/support/queue.ts';
import { test as base } from '#tests/support/test.ts';

type House = { kept: KeptAnswers; ask: (path: string) => Promise<unknown> };

/** The API on loopback, with answers that are kept until the register changes. */
const test = base.extend<{ house: House }>({
  house: async ({ copy: { db, pool, url } }, use) => {
    const kept = new KeptAnswers();
    const stop = kept.listen(url);
    const ground = { db, pool, kept, origin: 'https://scheme.example', limits: apiLimits(10_000) };
    const served = await serveApi(ground);
    await until(() => kept.begin(new Date()) !== undefined);
    await use({
      kept,
      ask: async (path) => z.unknown().parse(await (await fetch(`${served.url}${path}`)).json()),
    });
    served.stop();
    await stop();
  },
});

async function until(that: () => boolean, ms = 5000) {
  const end = Date.now() + ms;
  while (!that()) {
    if (Date.now() > end) throw new Error('It did not come about in time');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const path = '/api/v1/recruiters/LRN00012603';
const contact = {
  phones: ['+9779800000012', '+97714123456'],
  website: 'https://everest.example/',
  email: 'desk@everest.example',
  social: ['https://www.facebook.com/everest'],
};

describe('the API', () => {
  test('tells contacts as they are described, from the moment they change, and of no past day', async ({
    db,
    work,
    house: { kept, ask },
  }) => {
    const given = await aCertificate(db, work);
    const own = given.as(given.recruiter);
    const told = async () => recruiterShape.parse(await ask(path)).contact;
    expect(await told()).toBeNull();
    await until(() => kept.find(path, new Date()) !== undefined);
    done(await publishContacts(own, contactsOf()));
    await until(() => kept.find(path, new Date()) === undefined, 1000);
    expect(await told()).toEqual(contact);
    await until(() => kept.find(path, new Date()) !== undefined);
    done(await publishContacts(own, contactsOf({ phones: '', revision: 1 })));
    await until(() => kept.find(path, new Date()) === undefined, 1000);
    expect(await told()).toEqual({ ...contact, phones: [] });
    const past = recruiterShape.parse(await ask(`${path}?asOf=2026-03-01`));
    expect(past).toMatchObject({ asOf: '2026-03-01' });
    expect(past).not.toHaveProperty('contact');
  });

  test('finds by phone and says so, while the agent may speak', async ({ db, work, house: { ask } }) => {
    const given = await aCertificate(db, work);
    const own = given.as(given.recruiter);
    const found = async (q: string) => {
      const { data } = recruitersShape.parse(await ask(`/api/v1/recruiters?q=${encodeURIComponent(q)}`));
      return data.map(({ registrationNumber, match }) => [registrationNumber, match]);
    };
    done(await publishContacts(own, contactsOf()));
    const match = { score: 1, on: 'phone_number', text: '+9779800000012' };
    expect(await found('+977-980-0000012')).toEqual([['LRN00012603', match]]);
    const agent = await aPartner(own);
    done(await authorisePartner(own, agent, { phones: ['+9779812345678'] }));
    expect(await found('०९८१-२३४५६७८')).toEqual([['LRN00012603', { ...match, text: '9812345678' }]]);
    done(await endAuthorisation(own, agent));
    expect(await found('०९८१-२३४५६७८')).toEqual([]);
  });
});

base(
  'a network in front is told to forget the record when contacts change',
  async ({ copy: { db, pool }, work, mailer }) => {
    const given = await aCertificate(db, work);
    done(await publishContacts(given.as(given.recruiter), contactsOf()));
    const told: string[] = [];
    await drain(pool, {
      ...{ db, mailer, origin: 'https://scheme.example' },
      network: {
        ...{ purgeUrl: 'https://network.example/purge', headers: {} },
        send: (_url, { body }) => {
          told.push(body);
          return Promise.resolve({ status: 200, text: '' });
        },
      },
    });
    expect(told).toEqual([
      JSON.stringify({ tags: ['recruiter-LRN00012603', `certificate-${given.number}`] }),
    ]);
  },
);

dumped(
  'a mirror tells the contacts that its source tells',
  { timeout: 60_000 },
  async ({ db, work, source }) => {
    const given = await aCertificate(db, work);
    const own = given.as(given.recruiter);
    const mirror = await aMirror(source.origin);
    const told = async () => {
      await mirror.take();
      const served = await mirror.serve();
      try {
        const [here, there] = [await source.ask(path), await served.ask(path)];
        const answer = recruiterShape.parse(await there.json());
        expect(answer).toEqual(recruiterShape.parse(await here.json()));
        return answer.contact;
      } finally {
        await served.stop();
      }
    };
    await source.build(new Date('2026-11-28T00:03:00Z'));
    expect(await told()).toBeNull();
    done(await publishContacts(own, contactsOf()));
    await source.build(new Date('2026-11-28T08:03:00Z'));
    expect(await told()).toEqual(contact);
    await mirror.clear();
  },
);
