import type { Access } from './judge.ts';

/** The team of this very audit, which is over: what came from a device is kept, and nothing is in conflict. */
const team = (get: number, post?: number): Access => ({
  auditor: post === undefined ? [get] : [get, post],
  ...{ colleague: post === undefined ? [404] : [404, 404] },
  ...{ strangers: post === undefined ? [404] : [404, 404] },
});

export const fieldwork: Record<string, Access> = {
  // Stage 1 of this world named no concern.
  '/audits/:id/concerns/:concernId': {
    ...{ auditor: [404, 404], colleague: [404, 404], strangers: [404, 404] },
  },
  '/audits/:id/misuses': team(200),
  // Its findings are closed for more.
  '/audits/:id/misuses/new': { auditor: [200, 400], colleague: [404, 404], strangers: [404, 404] },
  // No certificate of the world was misused.
  '/audits/:id/misuses/:misuseId': {
    ...{ auditor: [404, 404], colleague: [404, 404], strangers: [404, 404] },
  },
  '/audits/:id/misuses/:misuseId/file': team(404, 404),
  '/audits/:id/bundle': team(200),
  '/audits/:id/presence': team(200),
  // Takes JSON, and no form.
  '/audits/:id/sync': team(405, 415),
  '/audits/:id/along': team(405, 415),
  '/audits/:id/kept': team(200),
  // Leads to the file, whose own page says who may have it; takes a PUT alone.
  '/audits/:id/photos/:photoId': team(302, 405),
  // Fieldwork is over: nothing is taken any more, whatever is sent.
  '/audits/:id/indicators/:code/photo': team(200, 409),
  '/audits/:id/indicators/:code/evidence': {
    auditor: [200, 400],
    colleague: [404, 404],
    strangers: [404, 404],
  },
  '/audits/:id/indicators/:code/resolve': {
    auditor: [200, 400],
    colleague: [404, 404],
    strangers: [404, 404],
  },
};
