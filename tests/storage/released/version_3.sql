-- A library as version 3 of the schema left it. Never made again from today's code.
PRAGMA application_id=1111970649;
PRAGMA user_version=3;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE alias (
	"key" TEXT NOT NULL, 
	report TEXT NOT NULL, 
	CONSTRAINT pk_alias PRIMARY KEY ("key"), 
	CONSTRAINT fk_alias_report FOREIGN KEY(report) REFERENCES report (id)
);
INSERT INTO "alias" VALUES('source:31c0a4f86021c9e10c0d6db001ac4214193e7587df5c6dec3fe3ee4fce1a59f4','2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2');
INSERT INTO "alias" VALUES('letters:2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2','2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2');
INSERT INTO "alias" VALUES('source:b14bcc1ba24f0514c897d53c70482ef1a64ed9ff7329a8681260e5f76c06aac9','9defae41c811596be9c58ac34757b843d775248c7026c800edbe68091eafe314');
INSERT INTO "alias" VALUES('letters:9defae41c811596be9c58ac34757b843d775248c7026c800edbe68091eafe314','9defae41c811596be9c58ac34757b843d775248c7026c800edbe68091eafe314');
CREATE TABLE change (
	id TEXT NOT NULL, 
	label TEXT NOT NULL, 
	at TEXT NOT NULL, 
	person TEXT, 
	undoes TEXT, 
	CONSTRAINT pk_change PRIMARY KEY (id), 
	CONSTRAINT fk_change_undoes FOREIGN KEY(undoes) REFERENCES change (id)
);
INSERT INTO "change" VALUES('first','写意见','2026-02-27T09:00:00+08:00','p-wang',NULL);
INSERT INTO "change" VALUES('one','写意见','2026-02-27T09:00:00+08:00','p-wang',NULL);
INSERT INTO "change" VALUES('two','改意见','2026-02-27T09:00:00+08:00','p-wang',NULL);
INSERT INTO "change" VALUES('three','写意见','2026-02-27T09:00:00+08:00','p-wang',NULL);
CREATE TABLE comment (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	report TEXT NOT NULL, 
	reading TEXT NOT NULL, 
	place TEXT NOT NULL, 
	unit INTEGER, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	letter_start INTEGER NOT NULL, 
	letter_end INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	prefix TEXT NOT NULL, 
	suffix TEXT NOT NULL, 
	nature TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	act TEXT NOT NULL, 
	text TEXT NOT NULL, 
	replacement TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	field TEXT NOT NULL, 
	departments TEXT NOT NULL, 
	weight TEXT NOT NULL, 
	cosigners TEXT NOT NULL, 
	person TEXT NOT NULL, 
	author_name TEXT NOT NULL, 
	author_delegation TEXT NOT NULL, 
	capacity TEXT NOT NULL, 
	manner TEXT NOT NULL, 
	recorder TEXT, 
	private BOOLEAN NOT NULL, 
	apart BOOLEAN NOT NULL, 
	origin TEXT NOT NULL, 
	import_key TEXT, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	withdrawn_at TEXT, 
	CONSTRAINT pk_comment PRIMARY KEY (id), 
	CONSTRAINT fk_comment_report FOREIGN KEY(report) REFERENCES report (id), 
	CONSTRAINT fk_comment_reading FOREIGN KEY(reading) REFERENCES reading (id), 
	CONSTRAINT fk_comment_person FOREIGN KEY(person) REFERENCES person (id), 
	CONSTRAINT uq_comment_import_key UNIQUE (import_key)
);
INSERT INTO "comment" VALUES('c1',2,'2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2','c59902baf84b50b8756f14eab5ff0f5cb149aeaea6a413d90bb8103cdba6a799','passage',1,18,23,22,27,'𠮷祥里小学','优化公共服务。推进教育优质均衡发展，','扩建。','对政府工作的意见建议','建议','','建议扩建，写明时限。𠮷','','','','','','','p-wang','王建国','第三代表团','代表','会前书面',NULL,0,0,'here',NULL,'2026-02-27T09:00:00+08:00','2026-02-27T09:00:00+08:00',NULL);
INSERT INTO "comment" VALUES('c2',1,'2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2','c59902baf84b50b8756f14eab5ff0f5cb149aeaea6a413d90bb8103cdba6a799','report',NULL,0,0,0,0,'','','','对政府工作的意见建议','建议','','','','','','','','','p-wang','王建国','第三代表团','代表','会前书面',NULL,1,0,'here',NULL,'2026-02-27T09:00:00+08:00','2026-02-27T09:00:00+08:00',NULL);
INSERT INTO "comment" VALUES('c3',1,'2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2','c59902baf84b50b8756f14eab5ff0f5cb149aeaea6a413d90bb8103cdba6a799','passage',1,18,23,22,27,'𠮷祥里小学','优化公共服务。推进教育优质均衡发展，','扩建。','对政府工作的意见建议','建议','','撤回的','','','','','','','p-wang','王建国','第三代表团','代表','会前书面',NULL,0,0,'here',NULL,'2026-02-27T09:00:00+08:00','2026-02-27T09:00:00+08:00','2026-02-27T09:00:00+08:00');
CREATE TABLE draft (
	record TEXT NOT NULL, 
	report TEXT NOT NULL, 
	base_version INTEGER NOT NULL, 
	fields TEXT NOT NULL, 
	at TEXT NOT NULL, 
	CONSTRAINT pk_draft PRIMARY KEY (record), 
	CONSTRAINT fk_draft_report FOREIGN KEY(report) REFERENCES report (id)
);
INSERT INTO "draft" VALUES('d1','2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2',0,'{"act":"","anchor":{"end":23,"letter_end":27,"letter_start":22,"place":"passage","prefix":"优化公共服务。推进教育优质均衡发展，","quote":"𠮷祥里小学","start":18,"suffix":"扩建。","unit":1},"apart":false,"author_delegation":"第三代表团","author_name":"王建国","capacity":"代表","changed_at":"2026-02-27T09:00:00+08:00","cosigners":"","created_at":"2026-02-27T09:00:00+08:00","departments":"","field":"","id":"d1","import_key":null,"kind":"建议","manner":"会前书面","origin":"here","person":"p-wang","private":false,"reading":"c59902baf84b50b8756f14eab5ff0f5cb149aeaea6a413d90bb8103cdba6a799","reason":"","recorder":null,"replacement":"","report":"2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2","text":"还没写完","version":0,"weight":"","withdrawn_at":null}','2026-02-27T09:00:00+08:00');
CREATE TABLE handed (
	id TEXT NOT NULL, 
	report TEXT NOT NULL, 
	person TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	manner TEXT NOT NULL, 
	contents TEXT NOT NULL, 
	at TEXT NOT NULL, 
	CONSTRAINT pk_handed PRIMARY KEY (id), 
	CONSTRAINT fk_handed_report FOREIGN KEY(report) REFERENCES report (id), 
	CONSTRAINT fk_handed_person FOREIGN KEY(person) REFERENCES person (id)
);
INSERT INTO "handed" VALUES('x1','2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2','p-wang',1,'打印','{"c1":"0000000000000000000000000000000000000000000000000000000000000000"}','2026-02-27T09:00:00+08:00');
CREATE TABLE highlight (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	person TEXT NOT NULL, 
	head TEXT, 
	report TEXT NOT NULL, 
	reading TEXT NOT NULL, 
	unit INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	letter_start INTEGER NOT NULL, 
	letter_end INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	withdrawn_at TEXT, 
	CONSTRAINT pk_highlight PRIMARY KEY (id), 
	CONSTRAINT fk_highlight_person FOREIGN KEY(person) REFERENCES person (id), 
	CONSTRAINT fk_highlight_report FOREIGN KEY(report) REFERENCES report (id), 
	CONSTRAINT fk_highlight_reading FOREIGN KEY(reading) REFERENCES reading (id)
);
INSERT INTO "highlight" VALUES('h1',1,'p-wang',NULL,'2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2','c59902baf84b50b8756f14eab5ff0f5cb149aeaea6a413d90bb8103cdba6a799',1,18,23,22,27,'𠮷祥里小学','2026-02-27T09:00:00+08:00',NULL);
CREATE TABLE last_place (
	report TEXT NOT NULL, 
	letter INTEGER NOT NULL, 
	CONSTRAINT pk_last_place PRIMARY KEY (report), 
	CONSTRAINT fk_last_place_report FOREIGN KEY(report) REFERENCES report (id)
);
INSERT INTO "last_place" VALUES('2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2',6);
CREATE TABLE library (
	id TEXT NOT NULL, 
	device TEXT NOT NULL, 
	me TEXT, 
	CONSTRAINT pk_library PRIMARY KEY (id), 
	CONSTRAINT fk_library_me FOREIGN KEY(me) REFERENCES person (id)
);
INSERT INTO "library" VALUES('2652ed4c97d6b23a788e4a61aa0de591','2ee68649564740c85a8a9c70e1991275','p-wang');
CREATE TABLE page_mark (
	report TEXT NOT NULL, 
	letter INTEGER NOT NULL, 
	page INTEGER NOT NULL, 
	line INTEGER NOT NULL, 
	origin TEXT NOT NULL, 
	CONSTRAINT pk_page_mark PRIMARY KEY (report, letter), 
	CONSTRAINT fk_page_mark_report FOREIGN KEY(report) REFERENCES report (id)
);
INSERT INTO "page_mark" VALUES('2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2',0,1,1,'seam');
INSERT INTO "page_mark" VALUES('2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2',12,2,1,'seam');
INSERT INTO "page_mark" VALUES('9defae41c811596be9c58ac34757b843d775248c7026c800edbe68091eafe314',0,1,1,'seam');
INSERT INTO "page_mark" VALUES('9defae41c811596be9c58ac34757b843d775248c7026c800edbe68091eafe314',12,2,1,'seam');
CREATE TABLE person (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	delegation TEXT NOT NULL, 
	capacity TEXT NOT NULL, 
	post TEXT NOT NULL, 
	roster_number TEXT, 
	same_as TEXT, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_person PRIMARY KEY (id)
);
INSERT INTO "person" VALUES('p-wang','王建国','第三代表团','代表','',NULL,NULL,1);
CREATE TABLE printed (
	report TEXT NOT NULL, 
	person TEXT NOT NULL, 
	number TEXT NOT NULL, 
	comment TEXT NOT NULL, 
	at TEXT NOT NULL, 
	CONSTRAINT pk_printed PRIMARY KEY (report, person, number), 
	CONSTRAINT fk_printed_report FOREIGN KEY(report) REFERENCES report (id), 
	CONSTRAINT fk_printed_person FOREIGN KEY(person) REFERENCES person (id)
);
INSERT INTO "printed" VALUES('2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2','p-wang','甲1','c1','2026-02-27T09:00:00+08:00');
CREATE TABLE read_mark (
	report TEXT NOT NULL, 
	letter INTEGER NOT NULL, 
	CONSTRAINT pk_read_mark PRIMARY KEY (report, letter), 
	CONSTRAINT fk_read_mark_report FOREIGN KEY(report) REFERENCES report (id)
);
INSERT INTO "read_mark" VALUES('2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2',0);
INSERT INTO "read_mark" VALUES('2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2',6);
CREATE TABLE reading (
	id TEXT NOT NULL, 
	report TEXT NOT NULL, 
	source TEXT NOT NULL, 
	reader INTEGER NOT NULL, 
	corrections TEXT, 
	letters TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	CONSTRAINT pk_reading PRIMARY KEY (id), 
	CONSTRAINT fk_reading_report FOREIGN KEY(report) REFERENCES report (id), 
	CONSTRAINT fk_reading_source FOREIGN KEY(source) REFERENCES source (sha256)
);
INSERT INTO "reading" VALUES('c59902baf84b50b8756f14eab5ff0f5cb149aeaea6a413d90bb8103cdba6a799','2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2','31c0a4f86021c9e10c0d6db001ac4214193e7587df5c6dec3fe3ee4fce1a59f4',1,NULL,'2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2','2026-02-27T09:00:00+08:00');
INSERT INTO "reading" VALUES('dab48f892ec7580a086baaf4401c20a8ba711748bfab0e576f061e2ba2df69aa','9defae41c811596be9c58ac34757b843d775248c7026c800edbe68091eafe314','b14bcc1ba24f0514c897d53c70482ef1a64ed9ff7329a8681260e5f76c06aac9',1,NULL,'9defae41c811596be9c58ac34757b843d775248c7026c800edbe68091eafe314','2026-02-27T09:00:00+08:00');
INSERT INTO "reading" VALUES('891e507e2bd8b4f35e265be6a4401032c677da75d1c9844a907786e61a2ed5e0','2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2','31c0a4f86021c9e10c0d6db001ac4214193e7587df5c6dec3fe3ee4fce1a59f4',1,'[{"at":3,"do":"merge"},{"do":"described","value":"报告","what":"title"}]','2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2','2026-02-27T09:00:00+08:00');
CREATE TABLE report (
	id TEXT NOT NULL, 
	title TEXT NOT NULL, 
	genre TEXT NOT NULL, 
	edition TEXT NOT NULL, 
	edition_of TEXT, 
	current_reading TEXT NOT NULL, 
	hidden_at TEXT, 
	CONSTRAINT pk_report PRIMARY KEY (id), 
	CONSTRAINT fk_report_edition_of FOREIGN KEY(edition_of) REFERENCES report (id)
);
INSERT INTO "report" VALUES('2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2','政府工作报告','审议','审议稿',NULL,'c59902baf84b50b8756f14eab5ff0f5cb149aeaea6a413d90bb8103cdba6a799',NULL);
INSERT INTO "report" VALUES('9defae41c811596be9c58ac34757b843d775248c7026c800edbe68091eafe314','关于2026年国民经济和社会发展计划草案的报告','审议','征求意见稿',NULL,'dab48f892ec7580a086baaf4401c20a8ba711748bfab0e576f061e2ba2df69aa',NULL);
CREATE TABLE setting (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY ("key")
);
INSERT INTO "setting" VALUES('report','2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2');
CREATE TABLE source (
	sha256 TEXT NOT NULL, 
	name TEXT NOT NULL, 
	media TEXT NOT NULL, 
	encoding TEXT NOT NULL, 
	bytes BLOB NOT NULL, 
	received_at TEXT NOT NULL, 
	CONSTRAINT pk_source PRIMARY KEY (sha256)
);
INSERT INTO "source" VALUES('31c0a4f86021c9e10c0d6db001ac4214193e7587df5c6dec3fe3ee4fce1a59f4','report.txt','text/plain','utf-8',X'E694BFE5BA9CE5B7A5E4BD9CE68AA5E5918A0AE4BC98E58C96E585ACE585B1E69C8DE58AA1E38082E68EA8E8BF9BE69599E882B2E4BC98E8B4A8E59D87E8A1A1E58F91E5B195EFBC8CF0A0AEB7E7A5A5E9878CE5B08FE5ADA6E689A9E5BBBAE38082','2026-02-27T09:00:00+08:00');
INSERT INTO "source" VALUES('b14bcc1ba24f0514c897d53c70482ef1a64ed9ff7329a8681260e5f76c06aac9','plan.txt','text/plain','utf-8',X'E585B3E4BA8E32303236E5B9B4E59BBDE6B091E7BB8FE6B58EE5928CE7A4BEE4BC9AE58F91E5B195E8AEA1E58892E88D89E6A188E79A84E68AA5E5918A0AE4BC98E58C96E585ACE585B1E69C8DE58AA1E38082E68EA8E8BF9BE69599E882B2E4BC98E8B4A8E59D87E8A1A1E58F91E5B195EFBC8CF0A0AEB7E7A5A5E9878CE5B08FE5ADA6E689A9E5BBBAE38082','2026-02-27T09:00:00+08:00');
CREATE TABLE star (
	report TEXT NOT NULL, 
	person TEXT NOT NULL, 
	letter INTEGER NOT NULL, 
	CONSTRAINT pk_star PRIMARY KEY (report, person, letter), 
	CONSTRAINT fk_star_report FOREIGN KEY(report) REFERENCES report (id), 
	CONSTRAINT fk_star_person FOREIGN KEY(person) REFERENCES person (id)
);
INSERT INTO "star" VALUES('2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2','p-wang',6);
CREATE TABLE unit (
	reading TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	level INTEGER NOT NULL, 
	number INTEGER, 
	text TEXT NOT NULL, 
	source_text TEXT NOT NULL, 
	generated TEXT NOT NULL, 
	spans TEXT NOT NULL, 
	seams TEXT NOT NULL, 
	runin TEXT, 
	path TEXT NOT NULL, 
	letter INTEGER NOT NULL, 
	CONSTRAINT pk_unit PRIMARY KEY (reading, ordinal), 
	CONSTRAINT fk_unit_reading FOREIGN KEY(reading) REFERENCES reading (id)
);
INSERT INTO "unit" VALUES('c59902baf84b50b8756f14eab5ff0f5cb149aeaea6a413d90bb8103cdba6a799',0,'title',0,NULL,'政府工作报告','政府工作报告','','[[0,6]]','[]',NULL,'[]',0);
INSERT INTO "unit" VALUES('c59902baf84b50b8756f14eab5ff0f5cb149aeaea6a413d90bb8103cdba6a799',1,'paragraph',0,1,'优化公共服务。推进教育优质均衡发展，𠮷祥里小学扩建。','优化公共服务。推进教育优质均衡发展，𠮷祥里小学扩建。','','[[7,16],[16,33]]','[9]','{"level":3,"text":"优化公共服务。","type":"topic"}','["三、2026年重点工作","（六）惠民生增福祉"]',6);
INSERT INTO "unit" VALUES('dab48f892ec7580a086baaf4401c20a8ba711748bfab0e576f061e2ba2df69aa',0,'title',0,NULL,'关于2026年国民经济和社会发展计划草案的报告','关于2026年国民经济和社会发展计划草案的报告','','[[0,23]]','[]',NULL,'[]',0);
INSERT INTO "unit" VALUES('dab48f892ec7580a086baaf4401c20a8ba711748bfab0e576f061e2ba2df69aa',1,'paragraph',0,1,'优化公共服务。推进教育优质均衡发展，𠮷祥里小学扩建。','优化公共服务。推进教育优质均衡发展，𠮷祥里小学扩建。','','[[24,33],[33,50]]','[9]','{"level":3,"text":"优化公共服务。","type":"topic"}','["三、2026年重点工作","（六）惠民生增福祉"]',23);
INSERT INTO "unit" VALUES('891e507e2bd8b4f35e265be6a4401032c677da75d1c9844a907786e61a2ed5e0',0,'meta',0,NULL,'政府工作报告','政府工作报告','','[[0,6]]','[]',NULL,'[]',0);
INSERT INTO "unit" VALUES('891e507e2bd8b4f35e265be6a4401032c677da75d1c9844a907786e61a2ed5e0',1,'paragraph',0,1,'优化公共服务。推进教育优质均衡发展，𠮷祥里小学扩建。','优化公共服务。推进教育优质均衡发展，𠮷祥里小学扩建。','','[[7,16],[16,33]]','[9]','{"level":3,"text":"优化公共服务。","type":"topic"}','["三、2026年重点工作","（六）惠民生增福祉"]',6);
CREATE TABLE version (
	record TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	type TEXT NOT NULL, 
	change TEXT NOT NULL, 
	state TEXT, 
	sha256 TEXT NOT NULL, 
	CONSTRAINT pk_version PRIMARY KEY (record, version), 
	CONSTRAINT fk_version_change FOREIGN KEY(change) REFERENCES change (id)
);
INSERT INTO "version" VALUES('p-wang',1,'person','first','{"capacity":"代表","delegation":"第三代表团","id":"p-wang","name":"王建国","post":"","roster_number":null,"same_as":null,"version":1}','a20dbca2d7aed40b1b8c07579b586c377101cd73f52f608a9a5fb5da13a4397b');
INSERT INTO "version" VALUES('c1',1,'comment','one','{"act":"","anchor":{"end":23,"letter_end":27,"letter_start":22,"place":"passage","prefix":"优化公共服务。推进教育优质均衡发展，","quote":"𠮷祥里小学","start":18,"suffix":"扩建。","unit":1},"apart":false,"author_delegation":"第三代表团","author_name":"王建国","capacity":"代表","changed_at":"2026-02-27T09:00:00+08:00","cosigners":"","created_at":"2026-02-27T09:00:00+08:00","departments":"","field":"","id":"c1","import_key":null,"kind":"建议","manner":"会前书面","origin":"here","person":"p-wang","private":false,"reading":"c59902baf84b50b8756f14eab5ff0f5cb149aeaea6a413d90bb8103cdba6a799","reason":"","recorder":null,"replacement":"","report":"2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2","text":"建议扩建","version":1,"weight":"","withdrawn_at":null}','32d0bc78e7bbfe88898ec4b5fbee6dfc8070563b0aa6ac63dea0b081d78d2a78');
INSERT INTO "version" VALUES('c2',1,'comment','one','{"act":"","anchor":{"end":0,"letter_end":0,"letter_start":0,"place":"report","prefix":"","quote":"","start":0,"suffix":"","unit":null},"apart":false,"author_delegation":"第三代表团","author_name":"王建国","capacity":"代表","changed_at":"2026-02-27T09:00:00+08:00","cosigners":"","created_at":"2026-02-27T09:00:00+08:00","departments":"","field":"","id":"c2","import_key":null,"kind":"建议","manner":"会前书面","origin":"here","person":"p-wang","private":true,"reading":"c59902baf84b50b8756f14eab5ff0f5cb149aeaea6a413d90bb8103cdba6a799","reason":"","recorder":null,"replacement":"","report":"2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2","text":"","version":1,"weight":"","withdrawn_at":null}','e24e1cdd737347e3e444cbdf3111335e60d6b16b6895a18201722fccdeb02899');
INSERT INTO "version" VALUES('h1',1,'highlight','one','{"created_at":"2026-02-27T09:00:00+08:00","end":23,"head":null,"id":"h1","letter_end":27,"letter_start":22,"person":"p-wang","quote":"𠮷祥里小学","reading":"c59902baf84b50b8756f14eab5ff0f5cb149aeaea6a413d90bb8103cdba6a799","report":"2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2","start":18,"unit":1,"version":1,"withdrawn_at":null}','bf147fe7545e89e49db1c5285771a2d7cf6d661130575a0587efa83b3251d732');
INSERT INTO "version" VALUES('c1',2,'comment','two','{"act":"","anchor":{"end":23,"letter_end":27,"letter_start":22,"place":"passage","prefix":"优化公共服务。推进教育优质均衡发展，","quote":"𠮷祥里小学","start":18,"suffix":"扩建。","unit":1},"apart":false,"author_delegation":"第三代表团","author_name":"王建国","capacity":"代表","changed_at":"2026-02-27T09:00:00+08:00","cosigners":"","created_at":"2026-02-27T09:00:00+08:00","departments":"","field":"","id":"c1","import_key":null,"kind":"建议","manner":"会前书面","origin":"here","person":"p-wang","private":false,"reading":"c59902baf84b50b8756f14eab5ff0f5cb149aeaea6a413d90bb8103cdba6a799","reason":"","recorder":null,"replacement":"","report":"2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2","text":"建议扩建，写明时限。𠮷","version":2,"weight":"","withdrawn_at":null}','12c60ffc3b799d172a5fd6d8473c769b0e6fbe7bb7cf8dd9edbb6fd8b141b4c8');
INSERT INTO "version" VALUES('c3',1,'comment','three','{"act":"","anchor":{"end":23,"letter_end":27,"letter_start":22,"place":"passage","prefix":"优化公共服务。推进教育优质均衡发展，","quote":"𠮷祥里小学","start":18,"suffix":"扩建。","unit":1},"apart":false,"author_delegation":"第三代表团","author_name":"王建国","capacity":"代表","changed_at":"2026-02-27T09:00:00+08:00","cosigners":"","created_at":"2026-02-27T09:00:00+08:00","departments":"","field":"","id":"c3","import_key":null,"kind":"建议","manner":"会前书面","origin":"here","person":"p-wang","private":false,"reading":"c59902baf84b50b8756f14eab5ff0f5cb149aeaea6a413d90bb8103cdba6a799","reason":"","recorder":null,"replacement":"","report":"2be043ba09bf4f2b174798b9d83425dd03cca37355b5dc9262bb18be474be8a2","text":"撤回的","version":1,"weight":"","withdrawn_at":"2026-02-27T09:00:00+08:00"}','e96676296b787bdf21dbe0f7b2c6baca611b910da403db80a73681aca1f421e3');
CREATE INDEX ix_reading_report ON reading (report);
CREATE INDEX ix_printed_comment ON printed (comment);
CREATE INDEX ix_handed_report ON handed (report);
CREATE INDEX ix_draft_report ON draft (report);
CREATE INDEX ix_comment_report ON comment (report);
CREATE INDEX ix_comment_person ON comment (person);
CREATE INDEX ix_highlight_person ON highlight (person);
CREATE INDEX ix_highlight_report ON highlight (report);
COMMIT;
