import type { HelpWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const vi: HelpWords = {
  title: 'Ai có thể giúp bạn',
  lead: 'Bạn có thể xin giúp đỡ. Đó là quyền của bạn. Hãy tự gọi hoặc tự đến, và chỉ nói tên nếu bạn muốn.',
  where: 'Bạn đang ở nước nào?',
  inCountry: 'Trợ giúp tại {country}',
  otherCountry: 'Nước khác',
  what: 'Bạn cần gì?',
  anything: 'Mọi trợ giúp',
  topics: {
    hotline: 'Đường dây điện thoại trợ giúp',
    resource_centre: 'Trung tâm cho lao động di cư',
    consulate: 'Đại sứ quán hoặc lãnh sự quán',
    union: 'Công đoàn',
    shelter: 'Chỗ ở an toàn',
    legal_aid: 'Trợ giúp pháp lý',
  },
  call: 'Gọi {number}',
  page: 'Mở trang của họ',
  address: 'Địa chỉ',
  open: 'Giờ mở cửa',
  speaks: 'Ngôn ngữ họ nói',
  free: 'Miễn phí: gọi hoặc đến không mất tiền',
  notFree: 'Có thể mất tiền',
  checked: 'Đã kiểm tra ngày {day}',
  source: 'Chúng tôi đọc ở đây',
  example: 'Chỉ là ví dụ. Đây không phải nơi có thật.',
  none: 'Chúng tôi chưa biết ai ở đây.',
  noneMeans:
    'Điều đó không có nghĩa là không ai giúp được. Hãy hỏi đại sứ quán nước bạn, hoặc công đoàn nơi bạn ở.',
  more: 'Thêm',
  before: 'Quay lại',
  languages: 'Ngôn ngữ',
  check: 'Kiểm tra bên tuyển dụng',
  leave: 'Rời trang này',
};
