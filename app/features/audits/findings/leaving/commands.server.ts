import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import type { Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { isHouse } from '../../policy.ts';
import { about, aboutUnissued, onFinding } from '../commands/on-finding.server.ts';
import { leaveOpen as leaves } from './rules.ts';

type House = Pick<Scope, 'db' | 'now'> & { actor: System };

/** What the application left open behind it, as a fact of the finding. */
export const leaveOpen = (house: House, id: string) =>
  onFinding(house, id, isHouse, async ({ trx, finding }) => {
    const outcome = leaves({ ...finding, told: await wasTold(trx, finding.id) });
    if (!outcome.ok) return outcome;
    const where = finding.issuedOn === null ? aboutUnissued(house, finding) : about(house, finding);
    await recordEvent(trx, where, 'finding.left_open', outcome.value);
    return outcome;
  });

const wasTold = async (trx: Transaction<Database>, id: string) =>
  (await trx
    .selectFrom('event')
    .select('id')
    .where('subject', '=', id)
    .where('type', '=', 'finding.left_open')
    .executeTakeFirst()) !== undefined;
