import type { MarkLanguage } from '../../../register/marks/model.ts';
import { en } from './latin/en.ts';
import { es } from './latin/es.ts';
import { fr } from './latin/fr.ts';
import { id } from './latin/id.ts';
import { sw } from './latin/sw.ts';
import { tl } from './latin/tl.ts';
import { vi } from './latin/vi.ts';
import type { VoiceWords } from './model.ts';
import { am } from './other/am.ts';
import { ar } from './other/ar.ts';
import { bn } from './other/bn.ts';
import { hi } from './other/hi.ts';
import { km } from './other/km.ts';
import { my } from './other/my.ts';
import { ne } from './other/ne.ts';
import { th } from './other/th.ts';
import { ur } from './other/ur.ts';

export const voiceWords: Record<MarkLanguage, VoiceWords> = {
  ...{ en, ne, bn, hi, ur, tl, id, my, km, vi, am, sw, ar, es, fr, th },
};
