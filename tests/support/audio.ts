import { readFileSync } from 'node:fs';

/** Short recordings that say, beside the sound, where they were made and by whom; `film` holds moving pictures. */
export const recorded = (name: string) => readFileSync(`tests/fixtures/sound/${name}`);
export const film = () => recorded('film.mp4');
export const mp3 = (times = 1) => Buffer.concat(Array.from({ length: times }, () => recorded('voice.mp3')));
export const opus = () => recorded('voice.ogg');
