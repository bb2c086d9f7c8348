using System.Numerics;
using Headshots.Vision.Faces;

namespace Headshots.Vision.Tests.Faces;

public sealed class HeadPoseEstimatorTests
{
    private static readonly CanonicalFace _canonical =
        CanonicalFace.Load(Path.Combine(AppContext.BaseDirectory, "models", "geometry_pipeline_metadata_landmarks.binarypb"));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(30, 0, 0)]
    [InlineData(-45, 0, 0)]
    [InlineData(0, 25, 0)]
    [InlineData(0, -25, 0)]
    [InlineData(0, 0, 20)]
    [InlineData(0, 0, -90)]
    [InlineData(20, -15, 60)]
    [InlineData(-35, 20, -10)]
    public void Estimate_ProjectedCanonicalFace_GivesItsPose(float yaw, float pitch, float roll)
    {
        // 50 cm away through a 28 mm lens, 60 cm through a 50 mm lens: the estimator does not know which.
        foreach ((float distance, float focal) in new[] { (50f, 800f), (60f, 1400f) })
        {
            FaceMesh mesh = Project(new HeadPose(yaw, pitch, roll), distance, focal);

            HeadPose pose = new HeadPoseEstimator(_canonical).Estimate(mesh, 1000, 800);

            Assert.Equal(yaw, pose.Yaw, 3f);
            Assert.Equal(pitch, pose.Pitch, 3f);
            Assert.Equal(roll, pose.Roll, 3f);
        }
    }

    [Fact]
    public void Estimate_NoseRightOfTheEyes_IsPositiveYaw()
    {
        FaceMesh mesh = Project(new HeadPose(30, 0, 0), 60, 1000);

        // The sign as one would check it by hand: the nose tip has moved right within the face.
        float middle = (mesh.Points[33].X + mesh.Points[263].X) / 2;
        Assert.True(mesh.Points[1].X > middle + 10);
        Assert.True(new HeadPoseEstimator(_canonical).Estimate(mesh, 1000, 800).Yaw > 20);
    }

    [Fact]
    public void Estimate_NoseRaised_IsPositivePitch()
    {
        float level = Height(new HeadPose(0, 0, 0));
        Assert.True(Height(new HeadPose(0, 20, 0)) < level - 10);

        static float Height(HeadPose pose)
        {
            FaceMesh mesh = Project(pose, 60, 1000);
            return mesh.Points[1].Y - ((mesh.Points[33].Y + mesh.Points[263].Y) / 2);
        }
    }

    [Fact]
    public void Estimate_EyeOnTheRightLower_IsPositiveRoll()
    {
        FaceMesh mesh = Project(new HeadPose(0, 0, 15), 60, 1000);

        Assert.True(mesh.Points[263].Y > mesh.Points[33].Y + 10);
        Assert.Equal(15, new HeadPoseEstimator(_canonical).Estimate(mesh, 1000, 800).Roll, 1f);
    }

    [Theory]
    [InlineData(40, -30, 80)]
    [InlineData(-10, 35, -120)]
    public void Angles_OfTheirRotation_AreTheSame(float yaw, float pitch, float roll)
    {
        HeadPose pose = HeadPoseEstimator.Angles(HeadPoseEstimator.Rotation(new HeadPose(yaw, pitch, roll)));

        Assert.Equal(yaw, pose.Yaw, 0.01f);
        Assert.Equal(pitch, pose.Pitch, 0.01f);
        Assert.Equal(roll, pose.Roll, 0.01f);
    }

    // A pinhole camera in front of the turned canonical face; depths in pixels at the head's distance, as the network's.
    private static FaceMesh Project(HeadPose pose, float distance, float focal)
    {
        Quaternion rotation = HeadPoseEstimator.Rotation(pose);
        var points = new Vector3[FaceMesh.PointCount];
        for (int i = 0; i < CanonicalFace.VertexCount; i++)
        {
            Vector3 p = Vector3.Transform(_canonical.Vertices[i], rotation);
            float scale = focal / (distance - p.Z);
            points[i] = new Vector3(500 + (p.X * scale), 400 - (p.Y * scale), -p.Z * focal / distance);
        }

        return new FaceMesh(points, 1);
    }
}
