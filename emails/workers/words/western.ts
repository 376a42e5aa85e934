import type { Words } from './kinds.ts';

export const western = {
  en: {
    subject: 'The scheme withdrew your job order {number}',
    heading: 'Your job order was withdrawn',
    text: 'On {day} the scheme withdrew the job order {number}: {job}. The public register does not show it any more, and workers who ask hear that it was withdrawn.',
    reason: 'The reason is:',
    after:
      'Please stop recruiting for it today, and tell the workers you spoke to. It does not come back; if its terms were wrong, publish a new one with the right terms. If you think this is wrong, answer the scheme.',
    step: 'See the job order',
    why: 'You get this because your agency published this job order on the register.',
    reasons: {
      workers_charged: 'Workers were asked for money',
      employer_denies: 'The employer does not know of it',
      terms_differ: 'The contract says something else',
      not_approved: 'It has not the approval the state asks for',
      harm_feared: 'Workers may be harmed there',
    },
  },
  fr: {
    subject: 'Le dispositif a retiré votre offre {number}',
    heading: 'Votre offre d’emploi a été retirée',
    text: 'Le {day}, le dispositif a retiré l’offre d’emploi {number} : {job}. Le registre public ne la montre plus, et les travailleurs qui demandent apprennent qu’elle a été retirée.',
    reason: 'Le motif est :',
    after:
      'Cessez aujourd’hui de recruter pour cette offre et prévenez les travailleurs à qui vous avez parlé. Elle ne revient pas ; si ses conditions étaient fausses, publiez une nouvelle offre avec les bonnes. Si vous pensez que c’est une erreur, répondez au dispositif.',
    step: 'Voir l’offre',
    why: 'Vous recevez ce message parce que votre agence a publié cette offre au registre.',
    reasons: {
      workers_charged: 'On a demandé de l’argent aux travailleurs',
      employer_denies: 'L’employeur ne la connaît pas',
      terms_differ: 'Le contrat dit autre chose',
      not_approved: 'Elle n’a pas l’autorisation que demande l’État',
      harm_feared: 'Les travailleurs pourraient y subir un tort',
    },
  },
  es: {
    subject: 'El programa retiró su oferta {number}',
    heading: 'Su oferta de trabajo fue retirada',
    text: 'El {day} el programa retiró la oferta de trabajo {number}: {job}. El registro público ya no la muestra, y los trabajadores que preguntan saben que fue retirada.',
    reason: 'El motivo es:',
    after:
      'Deje hoy de reclutar para ella y avise a los trabajadores con quienes habló. No vuelve; si sus condiciones estaban mal, publique una nueva con las correctas. Si cree que es un error, responda al programa.',
    step: 'Ver la oferta',
    why: 'Recibe este mensaje porque su agencia publicó esta oferta en el registro.',
    reasons: {
      workers_charged: 'Se pidió dinero a los trabajadores',
      employer_denies: 'El empleador no la conoce',
      terms_differ: 'El contrato dice otra cosa',
      not_approved: 'No tiene la aprobación que pide el Estado',
      harm_feared: 'Los trabajadores podrían sufrir daño allí',
    },
  },
  id: {
    subject: 'Skema mencabut lowongan kerja Anda {number}',
    heading: 'Lowongan kerja Anda dicabut',
    text: 'Pada {day} skema mencabut lowongan kerja {number}: {job}. Daftar publik tidak menampilkannya lagi, dan pekerja yang bertanya diberi tahu bahwa lowongan itu dicabut.',
    reason: 'Alasannya:',
    after:
      'Berhentilah merekrut untuk lowongan ini hari ini juga, dan beri tahu pekerja yang sudah Anda hubungi. Lowongan ini tidak kembali; jika syaratnya keliru, terbitkan yang baru dengan syarat yang benar. Jika menurut Anda ini keliru, jawablah skema.',
    step: 'Lihat lowongan',
    why: 'Anda menerima ini karena agensi Anda menerbitkan lowongan ini di daftar.',
    reasons: {
      workers_charged: 'Pekerja dimintai uang',
      employer_denies: 'Pemberi kerja tidak mengetahuinya',
      terms_differ: 'Kontrak menyebut hal lain',
      not_approved: 'Tidak ada persetujuan yang diminta negara',
      harm_feared: 'Pekerja mungkin dirugikan di sana',
    },
  },
} satisfies Record<string, Words>;
