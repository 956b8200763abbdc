/**
 * The pieces that passwords which are tried first are made of. Source: our own list, of words and keyboard walks that stand at the head of every published list of
 * leaked passwords, and of those that Chinese users choose: pinyin, love by numbers, cities, companies. A password that is made of such pieces and a few digits and
 * signs is as good as on a list (`listed-passwords.ts`), which knows them one by one only.
 */
export const COMMON_PIECES: readonly string[] = `
  password passwort passw0rd pass word pwd secret access login signin welcome letmein enter open changeme change default temp temporary
  qwertyuiop qwerty qwert azerty asdfghjkl asdfgh asdf zxcvbnm zxcvbn zxcv 1qaz2wsx3edc 1qaz2wsx qazwsxedc qazwsx qaz wsx edc 1q2w3e4r5t 1q2w3e4r 1q2w3e q1w2e3r4
  zaq12wsx poiuytrewq lkjhgfdsa mnbvcxz
  administrator admin root user guest test tester demo sample system server manager master superuser operator oracle mysql postgres linux windows
  hello monkey dragon sunshine princess iloveyou ilove you football baseball basketball soccer hockey superman batman spiderman pokemon starwars
  trustno1 shadow killer ninja mustang michael jordan jennifer charlie thomas robert daniel andrew joshua jessica ashley nicole hunter harley ranger
  computer internet network software database office money happy lucky friend family flower summer winter spring autumn january february october november december
  monday friday sunday orange banana apple cookie chocolate cheese coffee freedom forever angel lovely love baby girl boy blue black white purple silver golden diamond
  google facebook microsoft samsung huawei xiaomi tencent alibaba taobao weixin wechat baidu sina
  china beijing shanghai guangzhou shenzhen hangzhou nanjing chengdu tianjin chongqing suzhou xian changsha zhengzhou
  woaini woaiwojia woaizhongguo woaiwo aini nihao woshishui woshi mima wodemima wode zhongguo zhonghua renmin zhengfu gongsi qiye caiwu kuaiji shenji guanliyuan guanli
  yonghu ceshi xinxi shuju jishu chanye zhengce guihua bumen jingji laoban baobao laogong laopo mama baba meimei gege kaixin kuaile xingfu facai
  wangwei zhangwei liwei wangfang lina zhangmin lijing wanglei liujie xiaoming wangyi chenjing planwright cehua cexing
  5201314 1314520 1314521 520520 7758521 7758258 147258369 147258 159357 159753 123456789 987654321 0123456789 123456 12345 1234 654321 4321
  abcdefgh abcdefg abcdef abcd abc123 abc a1b2c3d4 a1b2c3 aa123 a123 qq123 qwe123 qwe asd123 asd zxc123 zxc 112233 123123 123321 111111 222222 333333 555555
  666666 777777 888888 999999 000000 121212 131313 6666 8888 1111 0000`
  .trim()
  .split(/\s+/)
