namespace Atelier.Storage.Tests.Workspace;

public sealed class MemoryUserTests() : UserContract(new MemoryWorkspaceUnderTest());

public sealed class MemoryAccessTests() : AccessContract(new MemoryWorkspaceUnderTest());

public sealed class MemoryAuditTests() : AuditContract(new MemoryWorkspaceUnderTest());

public sealed class MemoryScheduleTests() : ScheduleContract(new MemoryWorkspaceUnderTest());

public sealed class SqliteUserTests() : UserContract(new SqliteWorkspaceUnderTest());

public sealed class SqliteAccessTests() : AccessContract(new SqliteWorkspaceUnderTest());

public sealed class SqliteAuditTests() : AuditContract(new SqliteWorkspaceUnderTest());

public sealed class SqliteScheduleTests() : ScheduleContract(new SqliteWorkspaceUnderTest());
