/** What the audit's actions are called; their list is the API's own. */
export const actions = {
  account: {
    appoint: '관리자로 정함',
    create: '계정을 만듦',
    password: '비밀번호를 바꿈',
    remove: '계정을 지움',
    rename: '이름을 바꿈',
    state: '계정을 켜거나 끔',
  },
  dataset: {
    commit: '데이터셋의 파일을 바꿈',
    create: '데이터셋을 만듦',
    delete: '데이터셋을 지움',
    purge: '휴지통에서 지움',
    restore: '휴지통에서 되살림',
    trash: '휴지통으로 옮김',
    update: '데이터셋 정보를 고침',
  },
  invitation: {
    accept: '초대를 수락함',
    create: '초대 링크를 만듦',
    withdraw: '초대를 거둠',
  },
  login: {
    failed: '로그인에 실패함',
  },
  member: {
    admit: '조직에 넣거나 역할을 바꿈',
    dismiss: '조직에서 빠짐',
  },
  organization: {
    create: '조직을 만듦',
  },
  permission: {
    grant: '역할을 줌',
    revoke: '역할을 뺌',
  },
  token: {
    create: 'API 토큰을 만듦',
    revoke: 'API 토큰을 폐기함',
  },
};

export const auditDetails = {
  account: '계정',
  address: '주소',
  datasets: '데이터셋',
  email: '이메일',
  generation: '세대',
  heir: '물려받은 사람',
  kind: '구분',
  name: '이름',
  organization: '조직',
  person: '사람',
  role: '역할',
  state: '상태',
  token: '토큰',
  visibility: '공개 범위',
  content_hash: '내용 해시',
  hint: '형식 선택',
  owner: '소유자',
  tags: '태그',
};
