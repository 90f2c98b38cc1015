export const signIn = {
  title: '로그인',
  email: '이메일',
  password: '비밀번호',
  showPassword: '비밀번호 보이기',
  submit: '로그인',
  signedOut: '로그아웃했습니다',
  passwordHint: '8자 이상',
  required: '꼭 입력해야 합니다',
  needed: '이 화면은 로그인해야 볼 수 있습니다',
  guest: '로그인하지 않고 공개 데이터셋 보기',
};

export const register = {
  title: '계정 만들기',
  hint: '이 서버가 가입을 허용할 때만 만들 수 있습니다. 아니면 관리자에게 부탁하세요.',
  invited: '초대를 받으셨습니다. 계정을 만든 뒤 초대를 수락하세요.',
  name: '이름 (선택)',
  submit: '계정 만들기',
  known: '이미 계정이 있습니다',
  none: '계정이 없습니다',
};
