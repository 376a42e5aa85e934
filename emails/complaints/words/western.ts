import type { Language } from '../../language.ts';

import type { Words } from './kinds.ts';

export const western: Record<Extract<Language, 'en' | 'fr' | 'es' | 'id'>, Words> = {
  en: {
    occasions: {
      urgent: {
        subject: 'Complaint {number}: look at it now',
        heading: 'Somebody may be in danger',
        text: 'Complaint {number} came in just now. It says that somebody is in danger, or is under 18. Look at it at once.',
      },
      late: {
        subject: 'Complaint {number} is late',
        heading: 'A complaint is late',
        text: 'The next step of complaint {number} was due, and nobody has taken it.',
      },
      reprisal: {
        subject: 'Complaint {number}: somebody is threatened or punished',
        heading: 'Somebody is threatened or punished',
        text: 'Whoever sent complaint {number} says that somebody is threatened or punished because of it. Look at it at once.',
      },
    },
    states: {
      received: 'received',
      safety_triage: 'looked at for danger',
      acknowledged: 'acknowledged',
      admissibility: 'being admitted',
      routed: 'passed on',
      investigating: 'being looked into',
      finding: 'found out',
      remedy_agreed: 'remedy agreed',
      remedy_delivered: 'remedy delivered',
      confirmed_by_worker: 'confirmed by the worker',
      appealed: 'appealed',
    },
    stands: 'Where it stands: {state}.',
    step: 'Open the case',
    why: 'You get this because you work on complaints.',
  },
  fr: {
    occasions: {
      urgent: {
        subject: 'Plainte {number} : à regarder tout de suite',
        heading: 'Quelqu’un est peut-être en danger',
        text: 'La plainte {number} vient d’arriver. Elle dit que quelqu’un est en danger, ou a moins de 18 ans. Regardez-la tout de suite.',
      },
      late: {
        subject: 'Plainte {number} en retard',
        heading: 'Une plainte est en retard',
        text: 'La prochaine étape de la plainte {number} devait être faite, et personne ne l’a faite.',
      },
      reprisal: {
        subject: 'Plainte {number} : quelqu’un est menacé ou puni',
        heading: 'Quelqu’un est menacé ou puni',
        text: 'La personne qui a envoyé la plainte {number} dit que quelqu’un est menacé ou puni à cause d’elle. Regardez-la tout de suite.',
      },
    },
    states: {
      received: 'reçue',
      safety_triage: 'danger examiné',
      acknowledged: 'réception confirmée',
      admissibility: 'recevabilité à l’examen',
      routed: 'transmise',
      investigating: 'enquête en cours',
      finding: 'conclusion faite',
      remedy_agreed: 'réparation convenue',
      remedy_delivered: 'réparation fournie',
      confirmed_by_worker: 'confirmée par la personne',
      appealed: 'en appel',
    },
    stands: 'Où elle en est : {state}.',
    step: 'Ouvrir le dossier',
    why: 'Vous recevez ce message parce que vous traitez les plaintes.',
  },
  es: {
    occasions: {
      urgent: {
        subject: 'Queja {number}: mírela ahora',
        heading: 'Alguien puede estar en peligro',
        text: 'La queja {number} acaba de llegar. Dice que alguien está en peligro o tiene menos de 18 años. Mírela de inmediato.',
      },
      late: {
        subject: 'Queja {number} con retraso',
        heading: 'Una queja lleva retraso',
        text: 'El siguiente paso de la queja {number} ya tenía que estar hecho, y nadie lo ha hecho.',
      },
      reprisal: {
        subject: 'Queja {number}: amenazan o castigan a alguien',
        heading: 'Amenazan o castigan a alguien',
        text: 'Quien envió la queja {number} dice que amenazan o castigan a alguien por ella. Mírela de inmediato.',
      },
    },
    states: {
      received: 'recibida',
      safety_triage: 'peligro examinado',
      acknowledged: 'con acuse de recibo',
      admissibility: 'se decide si se admite',
      routed: 'trasladada',
      investigating: 'en investigación',
      finding: 'con conclusión',
      remedy_agreed: 'reparación acordada',
      remedy_delivered: 'reparación entregada',
      confirmed_by_worker: 'confirmada por la persona',
      appealed: 'recurrida',
    },
    stands: 'En qué punto está: {state}.',
    step: 'Abrir el caso',
    why: 'Recibe este mensaje porque trabaja con las quejas.',
  },
  id: {
    occasions: {
      urgent: {
        subject: 'Pengaduan {number}: lihat sekarang',
        heading: 'Mungkin ada orang dalam bahaya',
        text: 'Pengaduan {number} baru saja masuk. Isinya mengatakan ada orang dalam bahaya atau berusia di bawah 18 tahun. Segera lihat.',
      },
      late: {
        subject: 'Pengaduan {number} terlambat',
        heading: 'Sebuah pengaduan terlambat',
        text: 'Langkah berikutnya untuk pengaduan {number} sudah waktunya, dan belum ada yang melakukannya.',
      },
      reprisal: {
        subject: 'Pengaduan {number}: ada yang diancam atau dihukum',
        heading: 'Ada yang diancam atau dihukum',
        text: 'Pengirim pengaduan {number} mengatakan ada orang yang diancam atau dihukum karenanya. Segera lihat.',
      },
    },
    states: {
      received: 'diterima',
      safety_triage: 'bahaya sudah diperiksa',
      acknowledged: 'penerimaan dikonfirmasi',
      admissibility: 'kelayakan diperiksa',
      routed: 'diteruskan',
      investigating: 'sedang diselidiki',
      finding: 'sudah ada temuan',
      remedy_agreed: 'pemulihan disepakati',
      remedy_delivered: 'pemulihan diberikan',
      confirmed_by_worker: 'dikonfirmasi oleh pekerja',
      appealed: 'dalam banding',
    },
    stands: 'Posisinya: {state}.',
    step: 'Buka kasus',
    why: 'Anda menerima ini karena Anda menangani pengaduan.',
  },
};
