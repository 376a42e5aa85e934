import { runCertificateClock } from '#app/features/certificates/clock/commands.server.ts';
import { interimVersion } from '#app/features/scheme/commands.server.ts';
import { connect } from '#db/client.server.ts';
import { startTemporary } from '#db/embedded.server.ts';
import { fillWithCertificates } from '#db/embedded/many-certificates.ts';
import { migrate } from '#db/migrate.ts';

/** The nightly run of the certificates' clock over very many: the first after a standstill, and an ordinary one. */
export type Nights = { certificates: number; firstMs: number; nextMs: number; told: number; limitMs: number };

const certificates = 1_000_000;
const aDay = 86_400_000;

/** In a database of its own, filled by one statement a table. */
export async function nightsOf(): Promise<Nights> {
  const postgres = await startTemporary();
  const { db } = connect(postgres.url, { max: 2 });
  try {
    await migrate(postgres.url);
    await fillWithCertificates(db, certificates, interimVersion.terms);
    const night = async (now: Date) => {
      const begun = performance.now();
      await runCertificateClock({ db, now });
      return performance.now() - begun;
    };
    const today = new Date();
    const firstMs = await night(today);
    const nextMs = await night(new Date(today.getTime() + aDay));
    const { told } = await db
      .selectFrom('certificate_announcement')
      .select(({ fn }) => fn.countAll<number>().as('told'))
      .executeTakeFirstOrThrow();
    return { certificates, firstMs, nextMs, told, limitMs: 120_000 };
  } finally {
    await db.destroy();
    await postgres.stop();
  }
}
